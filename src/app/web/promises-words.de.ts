import { messages as promises } from '../../promises/messages.de.ts'

/** What the pages of answers and promises say in German; loaded with the first of them. */
export const words = { ...promises }
