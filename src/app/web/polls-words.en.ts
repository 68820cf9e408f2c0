import { messages as polls } from '../../polls/messages.en.ts'

/** What polls say in English; loaded with the first of them. */
export const words = { ...polls }
