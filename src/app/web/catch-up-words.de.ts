import { messages as catchUp } from '../../catch-up/messages.de.ts'

/** What the pages of catching up say in German; loaded with the first of them. */
export const words = { ...catchUp }
