import { templates } from '../../jams/messages-templates.en.ts'
import { messages as rehearsals } from '../../rehearsals/messages.en.ts'

/** What the pages of templates and rehearsals say in English. */
export const words = { ...templates, ...rehearsals }
