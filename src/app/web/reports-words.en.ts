import { messages as reports } from '../../reports/messages.en.ts'

/** What the pages of reports say in English; loaded with the first of them. */
export const words = { ...reports }
