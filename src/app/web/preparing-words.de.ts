import { templates } from '../../jams/messages-templates.de.ts'

/** What the pages of templates say in German. */
export const words = { ...templates }
