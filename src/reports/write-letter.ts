import { venueFor } from '../conversation/index.ts'
import type { Ctx } from '../platform/index.ts'
import type { Letter } from './contract.ts'
import { latestEdition, loadEdition } from './load-edition.ts'
import { fedBy } from './rules/letter.ts'
import { findJamFor } from './store/editions.ts'
import { findMineFor } from './store/reading.ts'
import { editionView } from './view-reports.ts'

/** What the asker's own contributions fed, by the latest edition: the theme of each, and where it is cited. Nobody else's
 *  letter can be asked for. */
export async function writeLetter(ctx: Ctx, { jamId }: { jamId: string }): Promise<Letter> {
  await venueFor(ctx, jamId)
  const jam = await findJamFor(ctx.tx, ctx.actor, jamId)
  const mine = await findMineFor(ctx.tx, ctx.actor, jamId)
  const edition = await latestEdition(ctx, jamId)
  const report = edition && (await loadEdition(ctx, edition)).report
  const written = report ? fedBy(report, mine) : []
  return {
    jam: { id: jamId, title: jam?.title ?? '', question: jam?.question ?? '' },
    edition: edition ? editionView(edition) : null,
    written,
    totals: {
      written: written.length,
      themes: new Set(written.flatMap(({ theme }) => theme?.id ?? [])).size,
      cited: written.filter(({ uses }) => uses.length > 0).length,
    },
  }
}
