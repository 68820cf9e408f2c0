import { messages as search } from '../../search/messages.en.ts'

/** What searching says in English; loaded with its page. */
export const words = { ...search }
