import { messages as catchUp } from '../../catch-up/messages.en.ts'

/** What the pages of catching up say in English; loaded with the first of them. */
export const words = { ...catchUp }
