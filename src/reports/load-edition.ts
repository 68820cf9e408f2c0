import { type Actor, notFound, Refusal } from '../kernel/index.ts'
import type { Ctx } from '../platform/index.ts'
import { citedIn } from './rules/cited.ts'
import { type Corpus, earlierKey } from './rules/corpus.ts'
import type { Report } from './rules/report.ts'
import { type EditionRow, findEditionsFor, findModelFor } from './store/editions.ts'
import { findEarlierFor, findWrittenFor } from './store/reading.ts'

export type Loaded = { readonly edition: EditionRow; readonly report: Report }

/** What an edition says. Throws notFound where there is none that the asker may read. */
export async function loadEdition(ctx: Ctx<Actor>, edition: EditionRow): Promise<Loaded> {
  const model = await findModelFor(ctx.tx, ctx.actor, edition.id)
  if (model === undefined) throw notFound()
  return { edition, report: JSON.parse(model) as Report }
}

/** The latest published edition; undefined when there is none yet. */
export async function latestEdition(ctx: Ctx<Actor>, jamId: string): Promise<EditionRow | undefined> {
  const editions = await findEditionsFor(ctx.tx, ctx.actor, jamId)
  return editions.find(({ number, hash, refused }) => number > 0 && hash !== null && refused === null)
}

/** The edition that hosts begin their review from: the first one. Throws a refusal when it is not made yet. */
export async function firstEdition(ctx: Ctx<Actor>, jamId: string): Promise<Loaded> {
  const editions = await findEditionsFor(ctx.tx, ctx.actor, jamId)
  const first = editions.findLast(({ number, refused }) => number > 0 && refused === null)
  if (!first) throw new Refusal('report.not-made-yet', { status: 404 })
  return loadEdition(ctx, first)
}

/** The words of what reports cite, as the asker may see them. */
export async function loadCited(ctx: Ctx<Actor>, reports: readonly Report[]): Promise<Corpus> {
  const ids = [...new Set(reports.flatMap((report) => [...citedIn(report).keys()]))]
  const written = await findWrittenFor(ctx.tx, ctx.actor, ids)
  const earlier = await findEarlierFor(ctx.tx, ctx.actor, ids)
  return {
    written: new Map(written.map((each) => [each.id, each])),
    earlier: new Map(earlier.map((each) => [earlierKey(each), each])),
    votes: [],
    polls: [],
    meetings: [],
    ideas: [],
    rating: null,
  }
}
