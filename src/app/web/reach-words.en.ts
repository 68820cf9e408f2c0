import { messages as reach } from '../../reach/messages.en.ts'

/** What the page of reach says in English; loaded with it. */
export const words = { ...reach }
