import { hosting } from '../../jams/messages-hosting.en.ts'

/** What the pages of setting a jam up, hosting it and one's own part say in English. */
export const words = { ...hosting }
