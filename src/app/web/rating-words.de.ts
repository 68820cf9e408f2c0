import { messages as rating } from '../../rating/messages.de.ts'

/** What the pages of ideas and rating say in German; loaded with the first of them. */
export const words = { ...rating }
