import { messages as rating } from '../../rating/messages.en.ts'

/** What the pages of ideas and rating say in English; loaded with the first of them. */
export const words = { ...rating }
