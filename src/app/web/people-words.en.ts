import { messages as identity } from '../../identity/messages.en.ts'
import { messages as organisation } from '../../organisation/messages.en.ts'
import { messages as reading } from '../../reading/messages.en.ts'

/** What the pages of people, hubs and the administration say in English; loaded with the first of them. */
export const words = { ...identity, ...organisation, ...reading }
