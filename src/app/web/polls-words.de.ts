import { messages as polls } from '../../polls/messages.de.ts'

/** What polls say in German; loaded with the first of them. */
export const words = { ...polls }
