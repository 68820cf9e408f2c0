import { messages as promises } from '../../promises/messages.en.ts'

/** What the pages of answers and promises say in English; loaded with the first of them. */
export const words = { ...promises }
