import type { ReportTheme } from '../report.ts'
import { answerBlocks } from './answers.ts'
import type { Block } from './blocks.ts'
import { type Book, dayIn, foldedIn, languageIn, minuteIn, nameOf, numberIn, peopleIn } from './book.ts'
import { drawShares } from './charts.ts'
import { familyBlocks } from './families.ts'
import { otherPolls, pollBlocks } from './polls.ts'
import { quoteBlock } from './quote.ts'
import { otherRatings, ratingBlocks, ratingLead } from './rating.ts'
import { sayStatement } from './say-statement.ts'

/** 3: every theme with what is said in it; headlines first, in their hues. */
export function themesChapter(book: Book): Block[] {
  const { report, say } = book
  const headlines = report.themes.filter(({ headline }) => headline !== null)
  const others = report.themes.filter(({ headline }) => headline === null)
  return [
    { type: 'chapter', number: 3, title: say('chapter.3') },
    ...(headlines.length === 0 ? [{ type: 'text', line: [say('headlines.none')] } as const] : []),
    ...ratingLead(book),
    ...headlines.map((theme, n) => themeBlock(book, theme, n)),
    ...(others.length === 0 ? [] : [{ type: 'heading', text: say('theme.other') } as const]),
    ...others.map((theme) => themeBlock(book, theme, 8)),
    ...familyBlocks(book),
    ...otherPolls(book),
    ...otherRatings(book),
  ]
}

function themeBlock(book: Book, theme: ReportTheme, hue: number): Block {
  return {
    ...{ type: 'theme', hue, small: theme.headline === 'small-voice', title: nameOf(theme), meta: metaOf(book, theme) },
    id: theme.id,
    inside: theme.headline === null ? shortInside(book, theme) : inside(book, theme),
  }
}

function metaOf(book: Book, theme: ReportTheme): string {
  const { say } = book
  const people = theme.people === null ? peopleIn(book, null) : say('count.people', { count: theme.people })
  const written = say('count.written', { count: theme.contributions + theme.replies })
  const about = say('theme.meta', { written, people, hubs: say('count.hubs', { count: theme.hubs }) })
  const languages = theme.languages.slice(0, 4).map(({ language }) => languageIn(book, language))
  const [only] = languages
  const spoken = languages.length === 1 && only ? say('theme.languages', { language: only }) : languages.join(', ')
  const why = theme.headline === null ? [] : [say(`headline.${theme.headline}`)]
  const ideas = foldedIn(book, theme.ideas).length
  const folded = ideas < theme.ideas.length ? [say('theme.folded', { count: ideas })] : []
  return [about, spoken, ...folded, ...why].filter((part) => part !== '').join(' · ')
}

function inside(book: Book, theme: ReportTheme): Block[] {
  const { say } = book
  return [
    ...sentences(book, theme),
    ...votesOf(book, theme),
    ...theme.voices.slice(0, 2).map((quote, n) => quoteBlock(book, n === 0 ? say('quote.voice') : '', quote)),
    ...theme.builds.slice(0, 1).map((quote) => quoteBlock(book, say('quote.build'), quote)),
    ...theme.objections.slice(0, 1).map((quote) => quoteBlock(book, say('quote.objection'), quote)),
    ...theme.questions.slice(0, 1).map((quote) => quoteBlock(book, say('quote.question'), quote)),
    ...partsOf(book, theme),
    ...pollBlocks(book, theme.id),
    ...ratingBlocks(book, theme),
    signedOf(book, theme),
    ...decisionOf(book, theme),
  ]
}

function shortInside(book: Book, theme: ReportTheme): Block[] {
  const first = theme.voices.slice(0, 1).map((quote) => quoteBlock(book, book.say('quote.voice'), quote))
  return [...sentences(book, theme), ...first, ...pollBlocks(book, theme.id), ...ratingBlocks(book, theme)]
}

function sentences(book: Book, theme: ReportTheme): Block[] {
  const line = theme.statements.flatMap((statement, n) => [...(n > 0 ? [' '] : []), ...sayStatement(book, statement)])
  const cited = theme.statements.flatMap(({ citations }) => citations)
  const spoken = new Set(cited.map(({ id }) => book.corpus.written.get(id)?.language))
  const [only] = spoken
  const oneOnly = spoken.size === 1 && only && theme.languages.length > 1
  const said = oneOnly ? [` ${book.say('language-only', { language: languageIn(book, only) })}`] : []
  return line.length === 0 ? [] : [{ type: 'text', line: [...line, ...said] }]
}

function votesOf({ say, ...rest }: Book, { votes }: ReportTheme): Block[] {
  if (!votes) return []
  const { people, agree, disagree } = votes
  const between = people - agree - disagree
  const told = (count: number, word: string) => `${word} ${numberIn({ say, ...rest }, count)}`
  const parts = [
    { share: agree / people, hue: 'var(--c1)', told: told(agree, say('agree')) },
    { share: between / people, hue: 'var(--ink-3)', told: told(between, say('between')) },
    { share: disagree / people, hue: 'var(--c6)', told: told(disagree, say('disagree')) },
  ]
  return [
    { type: 'picture', svg: drawShares(parts), label: say('theme.votes-label', { agree, rest: between, disagree }) },
  ]
}

function partsOf(book: Book, { subthemes, ...theme }: ReportTheme): Block[] {
  const { say } = book
  if (subthemes.length < 2) return []
  const rows = subthemes.map(({ label, people, contributions }) => [
    label,
    peopleIn(book, people),
    numberIn(book, contributions),
  ])
  const head = [say('theme.part'), say('writers'), say('contributions')]
  return [{ type: 'table', caption: `${say('theme.parts')}: ${nameOf(theme)}`, head, rows, numbersFrom: 1 }]
}

function signedOf(book: Book, { signed }: ReportTheme): Block {
  const { say, report } = book
  const at = signed && say('theme.signed', { name: signed.by, date: minuteIn(book, signed.at) })
  const text = at ?? (report.edition.kind === 'closing' || report.edition.kind === 'draft' ? '' : say('theme.unsigned'))
  return { type: 'text', quiet: true, line: text === '' ? [] : [text] }
}

function decisionOf(book: Book, theme: ReportTheme): Block[] {
  const { say, report } = book
  const answered = report.answers?.find(({ kind, id }) => kind === 'theme' && id === theme.id)
  if (answered) return answerBlocks(book, answered)
  const { promise } = report.jam
  if (!promise) return [{ type: 'decision', text: say('theme.decision') }]
  const { decides } = promise
  return [{ type: 'decision', text: say('theme.decision-by', { date: dayIn(book, promise.by), decides }) }]
}
