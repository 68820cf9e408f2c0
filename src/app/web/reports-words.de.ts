import { messages as reports } from '../../reports/messages.de.ts'

/** What the pages of reports say in German; loaded with the first of them. */
export const words = { ...reports }
