import { type Actor, notFound, Refusal } from '../kernel/index.ts'
import { type Ctx, decodeKey, encodeKey, isPlace } from '../platform/index.ts'
import type { Found, SearchView } from './contract.ts'
import { PAGE } from './rules/limits.ts'
import { excerptOf, markWords } from './rules/mark-words.ts'
import { canBeFound, parseWords, type Term } from './rules/parse-words.ts'
import { type FoundKey, type FoundRow, findJamTitleFor, findWordsFor } from './store.ts'

export type AskSearch = {
  readonly words: string
  readonly jamId?: string
  readonly order?: 'best' | 'newest'
  readonly after?: string
}

/** A page of what holds the words, among all that the asker may see. */
export async function search(ctx: Ctx<Actor>, { words, jamId, order = 'best', after }: AskSearch): Promise<SearchView> {
  const key = after === undefined ? undefined : keyOf(after)
  const within = jamId === undefined ? null : await jamFor(ctx, jamId)
  const terms = parseWords(words)
  if (!canBeFound(terms)) return { asked: false, found: [], next: null, within }
  const found = await findWordsFor(ctx.tx, ctx.actor, { terms, jamId, order, after: key, most: PAGE + 1 })
  const rows = found.slice(0, PAGE)
  const last = found.length > PAGE ? rows.at(-1) : undefined
  return {
    asked: true,
    found: rows.flatMap((row) => viewOf(row, terms)),
    next: last ? encodeKey(last.weight, last.postedAt, last.id) : null,
    within,
  }
}

async function jamFor(ctx: Ctx<Actor>, jamId: string): Promise<{ id: string; title: string }> {
  const title = await findJamTitleFor(ctx.tx, ctx.actor, jamId)
  if (title === undefined) throw notFound()
  return { id: jamId, title }
}

function keyOf(cursor: string): FoundKey {
  const [weight = '', postedAt = '', id = ''] = decodeKey(cursor)
  if (isWeight(weight) && isPlace(postedAt, id)) return { weight, postedAt, id }
  throw new Refusal('bad-request', {
    status: 400,
    values: { field: 'after', problem: 'is not a cursor of this list' },
  })
}

/** Could PostgreSQL have written it as a `real`? */
function isWeight(text: string): boolean {
  const exact = Number(text)
  const real = Math.fround(exact)
  return /^\d[\d.e-]{0,20}$/.test(text) && Number.isFinite(real) && (real !== 0 || exact === 0)
}

/** What stands nowhere that has an address is left out. */
function viewOf({ place, title, excerpt, weight: _, ...rest }: FoundRow, terms: readonly Term[]): Found[] {
  if (!place) return []
  return [
    { ...rest, place, title: title === null ? null : markWords(title, terms), excerpt: excerptOf(excerpt, terms) },
  ]
}
