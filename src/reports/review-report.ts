import { venueFor } from '../conversation/index.ts'
import { ensure, notFound } from '../kernel/index.ts'
import { speakers } from '../kernel/messages.ts'
import { type Ctx, mayOf, newId } from '../platform/index.ts'
import type { ReviewTheme, ReviewView } from './contract.ts'
import { enqueueReviewed } from './jobs.ts'
import { firstEdition, latestEdition, loadCited } from './load-edition.ts'
import { type Corpus, quoted } from './rules/corpus.ts'
import type { Review } from './rules/material.ts'
import { mayPublish, mayReview } from './rules/may.ts'
import { nameOf } from './rules/render/book.ts'
import { textOf } from './rules/render/say-statement.ts'
import type { ReportTheme } from './rules/report.ts'
import { changesOf, quoteId, quotesOf, statementId } from './rules/review.ts'
import { words as german } from './rules/words.de.ts'
import { words as english } from './rules/words.en.ts'
import { findEdits, findReviews, insertEdits, saveReview } from './store/reviews.ts'

const speakerFor = speakers<typeof english>({ en: english, de: german })
const UNTOUCHED: Review = { name: null, short: [], dropped: [], quotes: [], signed: null }

/** The first edition, theme by theme, with what hosts have chosen so far. For hosts and owners. */
export async function viewReview(ctx: Ctx, { jamId }: { jamId: string }): Promise<ReviewView> {
  const venue = await venueFor(ctx, jamId)
  ensure(mayReview(ctx.actor, venue))
  const { edition, report } = await firstEdition(ctx, jamId)
  const corpus = await loadCited(ctx, [report])
  const reviews = await findReviews(ctx.tx, jamId)
  const names = new Map(report.themes.map((theme) => [theme.id, nameOf(theme)]))
  const edits = (await findEdits(ctx.tx, jamId)).map((edit) => ({ ...edit, theme: names.get(edit.theme) ?? '' }))
  const themes = report.themes.map((theme) => reviewed(ctx, { corpus, theme, review: reviews[theme.id] ?? UNTOUCHED }))
  return { jamId, from: edition.number, themes, edits, may: { review: mayOf(ctx, mayReview(ctx.actor, venue)) } }
}

type Reviewing = { readonly corpus: Corpus; readonly theme: ReportTheme; readonly review: Review }

function reviewed({ actor }: Ctx, { corpus, theme, review }: Reviewing): ReviewTheme {
  const say = speakerFor(actor.locale)
  return {
    ...{ id: theme.id, label: theme.label, headline: theme.headline, people: theme.people, signed: review.signed },
    name: review.name ?? theme.name,
    statements: theme.statements.map((each) => ({
      id: statementId(each),
      text: textOf({ say }, { ...each, wording: 'long' }),
      shortText: textOf({ say }, { ...each, wording: 'short' }),
      short: review.short.includes(statementId(each)),
      stands: !review.dropped.includes(statementId(each)),
    })),
    quotes: quotesOf(theme).map((quote) => ({
      id: quoteId(quote),
      text: quoted(corpus, quote) ?? say('tombstone'),
      language: corpus.written.get(quote.id)?.language ?? 'und',
      stands: !review.quotes.includes(quoteId(quote)),
    })),
  }
}

export type ReviewInput = Omit<Review, 'signed'> & {
  readonly jamId: string
  readonly themeId: string
  readonly sign: boolean
}

/** Keeps what a host chose about a theme, each change with who and when; `sign` puts the host's name under it, and a change
 *  without it takes an earlier name away. */
export async function reviewTheme(ctx: Ctx, input: ReviewInput): Promise<string> {
  const { jamId, themeId, sign, name, short, dropped, quotes } = input
  ensure(mayReview(ctx.actor, await venueFor(ctx, jamId)))
  const { report } = await firstEdition(ctx, jamId)
  const theme = report.themes.find(({ id }) => id === themeId)
  if (!theme) throw notFound()
  const before = (await findReviews(ctx.tx, jamId))[themeId] ?? UNTOUCHED
  const signed = sign ? { by: ctx.actor.name.slice(0, 120), at: ctx.now.toISOString() } : null
  const review: Review = { name: name?.trim() || null, short, dropped, quotes, signed }
  const changes = changesOf({ theme, before, after: review, say: speakerFor(ctx.actor.locale) })
  await saveReview(ctx.tx, jamId, { theme: themeId, review })
  const edits = changes.map((change) => ({ ...change, id: newId(), theme: themeId }))
  if (edits.length > 0) await insertEdits(ctx.tx, { jamId, personId: ctx.actor.personId }, edits)
  return jamId
}

/** Has the reviewed edition made from what hosts chose. Each publication is an edition of its own; the earlier stay. */
export async function publishReview(ctx: Ctx, { jamId }: { jamId: string }): Promise<string> {
  const latest = await latestEdition(ctx, jamId)
  ensure(mayPublish(ctx.actor, await venueFor(ctx, jamId), latest?.number ?? 0))
  await enqueueReviewed(ctx.tx, jamId, ctx.now.getTime())
  return jamId
}
