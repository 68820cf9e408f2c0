import { dateFormat, datesIn } from '../../kernel/messages.ts'
import type { CardView, CatchUpView, Quote } from '../contract.ts'
import type { Arrangement, SectionKey } from './arrange.ts'
import type { Card } from './cards.ts'
import { REMAINDERS_MAX } from './limits.ts'
import type { JamRow, Piece } from './material.ts'

/** The catalogues in the reader's language, and how she writes times. */
export type Speech = {
  readonly say: (key: string, values?: Readonly<Record<string, string | number>>) => string
  readonly language: string
  readonly timeZone: string
}

const NO_ANCHOR = '1970-01-01'
const TEXT_MAX = 1_000

/** A time as the reader's wall shows it: "Tue, 24 Mar, 14:10". */
export function timeIn({ language, timeZone }: Speech, at: string): string {
  const date = { weekday: 'short', day: 'numeric', month: 'short' } as const
  const time = { hour: '2-digit', minute: '2-digit' } as const
  return dateFormat(datesIn(language), { timeZone, ...date, ...time }).format(new Date(at))
}

/** "+41 people, 6 hubs, 2 languages since Tue 14:10". */
export function deltaLine(card: Card, speech: Speech): string {
  const { news } = card
  if (!news) return ''
  const { say } = speech
  const parts = [say('catch-up.people', { count: news.people }), say('catch-up.hubs', { count: news.hubs })]
  if (news.languages > 1) parts.push(say('catch-up.languages', { count: news.languages }))
  const since = news.since.startsWith(NO_ANCHOR)
    ? say('catch-up.from-beginning')
    : say('catch-up.since', { at: timeIn(speech, news.since) })
  return `${parts.join(', ')} ${since}`
}

function lineOf(card: Card, speech: Speech): string {
  const { until, phase, ...values } = card.values
  const told = {
    ...values,
    ...(card.news && { delta: deltaLine(card, speech) }),
    phase: phase === undefined ? '' : speech.say(`catch-up.phase.${phase}`),
    until: typeof until === 'string' ? timeIn(speech, until) : '–',
    reason: values.reason ?? '',
  }
  return speech.say(`catch-up.line.${card.reason}`, told).trim().slice(0, TEXT_MAX)
}

/** Every factor that put a card where it is. */
function whyOf({ why }: Card, section: SectionKey, { say }: Speech): string[] {
  const first = say('catch-up.why.section', { section: say(`catch-up.section.${section}`) })
  if (!why) return section === 'least-heard' ? [first, say('catch-up.why.few')] : [first]
  const factor = (key: string, value: number) => say(`catch-up.why.${key}`, { value: Math.round(value * 100) / 100 })
  const { people, novelty, relation, rising, diversity } = why
  const factors = Object.entries({ people, novelty, relation, rising, diversity })
  // How many have read it is for nobody, and would follow from the score.
  return [first, ...factors.map(([key, value]) => factor(key, value)), say('catch-up.why.heard')]
}

function quoteOf(piece: Piece | null): Quote | null {
  if (!piece) return null
  const { id, threadId, kind, sentence, author, hub, language, favourite } = piece
  return { contributionId: id, threadId, kind, sentence, author, hub, language, favourite }
}

function cardView(card: Card, section: SectionKey, { jams, themes, speech }: Describing): CardView {
  const { key, jamId, themeId, quote, build, objection } = card
  const theme = themes.get(themeId ?? '')
  return {
    key,
    jam: { id: jamId, title: jams.find(({ id }) => id === jamId)?.title ?? '' },
    theme: themeId === null || !theme ? null : { id: themeId, ...theme },
    line: lineOf(card, speech),
    ...{ quote: quoteOf(quote), build: quoteOf(build), objection: quoteOf(objection) },
    why: whyOf(card, section, speech),
  }
}

export type Describing = {
  readonly jams: readonly JamRow[]
  readonly themes: ReadonlyMap<string, { readonly name: string; readonly followed: boolean }>
  readonly speech: Speech
}

/** An arrangement in the reader's language. */
export function describe(
  { sections, remainders, words, used, shown, of }: Arrangement,
  describing: Describing,
): Pick<CatchUpView, 'words' | 'used' | 'sections' | 'remainders' | 'shown' | 'of' | 'jams'> {
  const unnamed = describing.speech.say('catch-up.no-theme')
  return {
    ...{ words, used, shown, of },
    sections: sections.map(({ key, cards, left }) => ({
      ...{ key, left },
      cards: cards.map((card) => cardView(card, key, describing)),
    })),
    remainders: remainders
      .slice(0, REMAINDERS_MAX)
      .map((rest) => ({ ...rest, name: rest.themeId ? rest.name : unnamed })),
    jams: describing.jams.map(({ id, title }) => ({ id, title })),
  }
}
