import { venueFor } from '../conversation/index.ts'
import type { Ctx } from '../platform/index.ts'
import { findAnswers } from '../promises/index.ts'
import type { Letter } from './contract.ts'
import { latestEdition, loadEdition } from './load-edition.ts'
import { becameOf } from './rules/became.ts'
import { fedBy } from './rules/letter.ts'
import type { Report } from './rules/report.ts'
import { findJamFor } from './store/editions.ts'
import { findTiesFor } from './store/letters.ts'
import { findMineFor } from './store/reading.ts'
import { editionView } from './view-reports.ts'

/** What the asker's own contributions fed, by the latest edition: the theme of each, where it is cited, and what was answered
 *  to all that she wrote, supported or follows. Nobody else's letter can be asked for. */
export async function writeLetter(ctx: Ctx, { jamId }: { jamId: string }): Promise<Letter> {
  await venueFor(ctx, jamId)
  const jam = await findJamFor(ctx.tx, ctx.actor, jamId)
  const mine = await findMineFor(ctx.tx, ctx.actor, jamId)
  const edition = await latestEdition(ctx, jamId)
  const report = edition && (await loadEdition(ctx, edition)).report
  const written = report ? fedBy(report, mine) : []
  const became = report ? await whatBecame(ctx, { jamId, report, roots: mine.map(({ root }) => root) }) : []
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

type Asked = { readonly jamId: string; readonly report: Report; readonly roots: readonly string[] }

async function whatBecame(ctx: Ctx, { jamId, report, roots }: Asked): Promise<Letter['became']> {
  const answers = await findAnswers(ctx.tx, jamId)
  if (answers.length === 0) return []
  const { supported, followed, ideas } = await findTiesFor(ctx.tx, ctx.actor, jamId)
  const mine = { written: new Set(roots), supported: new Set(supported), followed: new Set(followed) }
  return becameOf({ report, answers, ideas: new Map(ideas.map(({ id, roots: of }) => [id, of])), mine })
}
