import { type Static, Type } from 'typebox'
import { Kind } from '../conversation/contract.ts'
import { Author } from '../identity/contract.ts'
import {
  type Contracts,
  Count,
  Cursor,
  filledText,
  Id,
  Instant,
  list,
  nullable,
  object,
  oneOf,
  text,
} from '../kernel/index.ts'
import { EXCERPT_MAX, PAGE, WORDS_MAX } from './rules/limits.ts'

export { WORDS_MAX }

/** A piece of a text; `found`: it is what was searched for. */
const Pieces = list(object({ text: text(2 * EXCERPT_MAX), found: Type.Boolean() }), 400)

/** A contribution or a reply that holds what was searched for. */
export const Found = object({
  id: Id,
  threadId: Id,
  kind: Kind,
  /** Where it stands: a jam, or the talk about a promise of one. */
  place: object({ kind: oneOf('jam', 'promise'), id: Id, title: text(200) }),
  /** Null outside of jams. */
  forum: nullable(text(200)),
  author: nullable(Author),
  /** Null: a reply has none. */
  title: nullable(Pieces),
  excerpt: Pieces,
  language: text(35),
  postedAt: Instant,
  replies: Count,
})
export type Found = Static<typeof Found>

export const SearchView = object({
  /** False: nothing can be looked for by these words alone. */
  asked: Type.Boolean(),
  found: list(Found, PAGE),
  /** For the next page, or null at the end. */
  next: nullable(Cursor),
  /** The jam that was searched, where one was named. */
  within: nullable(object({ id: Id, title: text(200) })),
})
export type SearchView = Static<typeof SearchView>

export const searchContract = {
  'POST /api/search': {
    summary:
      'What holds these words among all that I may see: words in any form, "phrases", -without. The best of the 1,000 newest first, or the newest',
    reads: true,
    body: object({
      words: filledText(WORDS_MAX),
      jamId: Type.Optional(Id),
      order: Type.Optional(oneOf('best', 'newest')),
      after: Type.Optional(Cursor),
    }),
    answer: SearchView,
  },
} as const satisfies Contracts
