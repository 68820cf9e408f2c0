import { templates } from '../../jams/messages-templates.en.ts'

/** What the pages of templates say in English. */
export const words = { ...templates }
