import { hosting } from '../../jams/messages-hosting.de.ts'

/** What the pages of setting a jam up, hosting it and one's own part say in German. */
export const words = { ...hosting }
