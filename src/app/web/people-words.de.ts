import { messages as identity } from '../../identity/messages.de.ts'
import { messages as organisation } from '../../organisation/messages.de.ts'
import { messages as reading } from '../../reading/messages.de.ts'

/** What the pages of people, hubs and the administration say in German; loaded with the first of them. */
export const words = { ...identity, ...organisation, ...reading }
