import { venueFor } from '../conversation/index.ts'
import type { Ctx, Tx } from '../platform/index.ts'
import { type AnswerRow, findAnswers } from '../promises/index.ts'
import type { Letter } from './contract.ts'
import { latestEdition, loadEdition } from './load-edition.ts'
import { becameOf } from './rules/became.ts'
import { fedBy } from './rules/letter.ts'
import type { Report } from './rules/report.ts'
import { findJamFor, findLatestModel } from './store/editions.ts'
import { findTiesFor } from './store/letters.ts'
import { findMineFor } from './store/reading.ts'
import { editionView } from './view-reports.ts'

/** What the letters of a jam are written from: the same for everybody. */
export type LetterSource = { readonly report: Report; readonly answers: readonly AnswerRow[] }

/** What the asker's own contributions fed, by the latest edition: the theme of each, where it is cited, and what was answered
 *  to all that she wrote, supported or follows. Nobody else's letter can be asked for. */
export async function writeLetter(ctx: Ctx, { jamId }: { jamId: string }): Promise<Letter> {
  await venueFor(ctx, jamId)
  const jam = await findJamFor(ctx.tx, ctx.actor, jamId)
  const mine = await findMineFor(ctx.tx, ctx.actor, jamId)
  const edition = await latestEdition(ctx, jamId)
  const report = edition && (await loadEdition(ctx, edition)).report
  const written = report ? fedBy(report, mine) : []
  const answers = report ? await findAnswers(ctx.tx, jamId) : []
  const became = report ? await whatBecame(ctx, jamId, { report, answers, mine }) : []
  return {
    jam: { id: jamId, title: jam?.title ?? '', question: jam?.question ?? '' },
    edition: edition ? editionView(edition) : null,
    written,
    became,
    totals: {
      written: written.length,
      themes: new Set(written.flatMap(({ theme }) => theme?.id ?? [])).size,
      cited: written.filter(({ uses }) => uses.length > 0).length,
    },
  }
}

/** The source of all letters of a jam, to be read once (role jobs); undefined while there is no edition. */
export async function findLetterSource(tx: Tx, jamId: string): Promise<LetterSource | undefined> {
  const model = await findLatestModel(tx, jamId)
  return model === undefined
    ? undefined
    : { report: JSON.parse(model) as Report, answers: await findAnswers(tx, jamId) }
}

/** What was answered to all that the asker wrote, supported or follows. Throws notFound where she may not read the jam. */
export async function findBecame(ctx: Ctx, jamId: string, source: LetterSource): Promise<Letter['became']> {
  await venueFor(ctx, jamId)
  return whatBecame(ctx, jamId, { ...source, mine: await findMineFor(ctx.tx, ctx.actor, jamId) })
}

type Asked = LetterSource & { readonly mine: readonly { readonly root: string }[] }

async function whatBecame(ctx: Ctx, jamId: string, { report, answers, mine }: Asked): Promise<Letter['became']> {
  if (answers.length === 0) return []
  const { supported, followed, ideas } = await findTiesFor(ctx.tx, ctx.actor, jamId)
  const written = new Set(mine.map(({ root }) => root))
  const ties = { written, supported: new Set(supported), followed: new Set(followed) }
  return becameOf({ report, answers, ideas: new Map(ideas.map(({ id, roots: of }) => [id, of])), mine: ties })
}
