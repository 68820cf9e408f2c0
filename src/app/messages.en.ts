import { messages as catchUp } from '../catch-up/messages.en.ts'
import { messages as conversation } from '../conversation/messages.en.ts'
import { messages as folds } from '../folds/messages.en.ts'
import { messages as identity } from '../identity/messages.en.ts'
import { messages as jams } from '../jams/messages.en.ts'
import { templates } from '../jams/messages-templates.en.ts'
import { messages as opinions } from '../opinions/messages.en.ts'
import { messages as organisation } from '../organisation/messages.en.ts'
import { messages as platform } from '../platform/messages.en.ts'
import { messages as polls } from '../polls/messages.en.ts'
import { messages as promises } from '../promises/messages.en.ts'
import { messages as rating } from '../rating/messages.en.ts'
import { messages as reach } from '../reach/messages.en.ts'
import { messages as reading } from '../reading/messages.en.ts'
import { messages as rehearsals } from '../rehearsals/messages.en.ts'
import { messages as reports } from '../reports/messages.en.ts'
import { messages as search } from '../search/messages.en.ts'
import { messages as themes } from '../themes/messages.en.ts'

/** What the server says to people in English: refusals, letters, downloads; and all that its modules say on the web. */
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
