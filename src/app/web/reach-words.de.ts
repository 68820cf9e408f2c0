import { messages as reach } from '../../reach/messages.de.ts'

/** What the page of reach says in German; loaded with it. */
export const words = { ...reach }
