import { messages as catchUp } from '../catch-up/messages.de.ts'
import { messages as conversation } from '../conversation/messages.de.ts'
import { messages as folds } from '../folds/messages.de.ts'
import { messages as identity } from '../identity/messages.de.ts'
import { messages as jams } from '../jams/messages.de.ts'
import { templates } from '../jams/messages-templates.de.ts'
import { messages as opinions } from '../opinions/messages.de.ts'
import { messages as organisation } from '../organisation/messages.de.ts'
import { messages as platform } from '../platform/messages.de.ts'
import { messages as polls } from '../polls/messages.de.ts'
import { messages as promises } from '../promises/messages.de.ts'
import { messages as rating } from '../rating/messages.de.ts'
import { messages as reach } from '../reach/messages.de.ts'
import { messages as reading } from '../reading/messages.de.ts'
import { messages as rehearsals } from '../rehearsals/messages.de.ts'
import { messages as reports } from '../reports/messages.de.ts'
import { messages as search } from '../search/messages.de.ts'
import { messages as themes } from '../themes/messages.de.ts'

/** What the server says to people in German: refusals, letters, downloads; and all that its modules say on the web. */
export const messages = {
  ...platform,
  ...identity,
  ...organisation,
  ...conversation,
  ...folds,
  ...reading,
  ...jams,
  ...templates,
  ...themes,
  ...opinions,
  ...rating,
  ...polls,
  ...reach,
  ...promises,
  ...reports,
  ...rehearsals,
  ...catchUp,
  ...search,
}
