import { contributionFor, venueFor } from '../conversation/index.ts'
import { type Actor, ensure, notFound } from '../kernel/index.ts'
import { speakers } from '../kernel/messages.ts'
import type { Ctx } from '../platform/index.ts'
import { ideasFor } from '../rating/index.ts'
import type { EditionChange, UsesView } from './contract.ts'
import { latestEdition, loadCited, loadEdition } from './load-edition.ts'
import { compareEditions } from './rules/compare-editions.ts'
import { mayReview } from './rules/may.ts'
import { words as german } from './rules/words.de.ts'
import { words as english } from './rules/words.en.ts'
import { findEditionsFor } from './store/editions.ts'
import { findUsesFor } from './store/reading.ts'

const speakerFor = speakers<typeof english>({ en: english, de: german })
const CHANGES_SHOWN = 1_000

type Changes = { readonly from: number; readonly to: number; readonly changes: EditionChange[] }

/** What an edition says otherwise than the one before it; the first one says nothing otherwise. */
export async function viewChanges(
  ctx: Ctx<Actor>,
  { jamId, number }: { jamId: string; number: number },
): Promise<Changes> {
  const venue = await venueFor(ctx, jamId)
  if (number === 0) ensure(mayReview(ctx.actor, venue))
  const editions = (await findEditionsFor(ctx.tx, ctx.actor, jamId)).filter(({ refused }) => refused === null)
  const later = editions.find((edition) => edition.number === number)
  if (!later) throw notFound()
  const earlier = editions.find((edition) => edition.number > 0 && edition.number < number)
  if (!earlier) return { from: number, to: number, changes: [] }
  const [one, other] = [(await loadEdition(ctx, earlier)).report, (await loadEdition(ctx, later)).report]
  const locale = ctx.actor.personId ? ctx.actor.locale : 'en'
  const corpus = await loadCited(ctx, [one, other])
  const ideas = new Map((await ideasFor(ctx, jamId)).map(({ id, sentence }) => [id, sentence]))
  const changes = compareEditions(one, other, { corpus, ideas, say: speakerFor(locale) })
  return { from: earlier.number, to: number, changes: changes.slice(0, CHANGES_SHOWN) }
}

/** Where the latest edition uses a contribution and the replies in its thread; what the asker may not see is not found. */
export async function viewUses(ctx: Ctx<Actor>, { contributionId }: { contributionId: string }): Promise<UsesView> {
  const { venue } = await contributionFor(ctx, contributionId)
  const edition = await latestEdition(ctx, venue.id)
  const used = edition ? await findUsesFor(ctx.tx, ctx.actor, { editionId: edition.id, contributionId }) : []
  return {
    jamId: venue.id,
    number: edition?.number ?? null,
    uses: used.find(({ id }) => id === contributionId)?.uses ?? [],
    replies: used.filter(({ id }) => id !== contributionId),
  }
}
