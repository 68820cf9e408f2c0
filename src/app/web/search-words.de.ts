import { messages as search } from '../../search/messages.de.ts'

/** What searching says in German; loaded with its page. */
export const words = { ...search }
