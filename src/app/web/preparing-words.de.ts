import { templates } from '../../jams/messages-templates.de.ts'
import { messages as rehearsals } from '../../rehearsals/messages.de.ts'

/** What the pages of templates and rehearsals say in German. */
export const words = { ...templates, ...rehearsals }
