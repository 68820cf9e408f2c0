import { type Corpus, quoted } from './corpus.ts'
import { type Book, nameOf } from './render/book.ts'
import { textOf } from './render/say-statement.ts'
import type { Answered, Quote, Report, ReportTheme } from './report.ts'
import { quoteId, quotesOf, statementId } from './review.ts'

export type Change = {
  readonly what:
    | 'theme-new'
    | 'theme-gone'
    | 'name'
    | 'headline'
    | 'people'
    | 'sentence-new'
    | 'sentence-gone'
    | 'quote-new'
    | 'quote-gone'
    | 'answer'
    | 'promise'
  readonly theme: string
  readonly from: string
  readonly to: string
}

/** `ideas`: what ideas are called that an edition gives no name. */
type Comparing = {
  readonly corpus: Corpus
  readonly say: Book['say']
  readonly ideas: ReadonlyMap<string, string>
}

/** What a later edition says otherwise than an earlier one, theme by theme; sentences in the reader's language. */
export function compareEditions(earlier: Report, later: Report, with_: Comparing): Change[] {
  const before = new Map(earlier.themes.map((theme) => [theme.id, theme]))
  const after = new Set(later.themes.map(({ id }) => id))
  const gone = earlier.themes.filter(({ id }) => !after.has(id))
  return [
    ...later.themes.flatMap((theme) => {
      const old = before.get(theme.id)
      if (!old) return [{ what: 'theme-new', theme: nameOf(theme), from: '', to: nameOf(theme) } as const]
      return compareThemes(old, theme, with_)
    }),
    ...compareAnswers(earlier, later, with_),
    ...gone.map((theme) => ({ what: 'theme-gone', theme: nameOf(theme), from: nameOf(theme), to: '' }) as const),
  ]
}

/** What was answered anew or otherwise, and what became of promises. */
function compareAnswers(earlier: Report, later: Report, { say, ideas }: Comparing): Change[] {
  const nameIn = ({ id, name }: Answered) => name || ideas.get(id) || say('taken')
  const before = new Map((earlier.answers ?? []).map((one) => [`${one.kind} ${one.id}`, one]))
  const said = (one: Answered | undefined) =>
    one ? say(`answer.${one.answer}`, { reason: one.reason }).slice(0, 2_000) : ''
  const became = (one: Answered | undefined) => (one?.promise ? say(`promise.state.${one.promise.state}`) : '')
  return (later.answers ?? []).flatMap((now): Change[] => {
    const old = before.get(`${now.kind} ${now.id}`)
    return [
      ...(said(old) === said(now)
        ? []
        : [{ what: 'answer', theme: nameIn(now), from: said(old), to: said(now) } as const]),
      ...(!old || became(old) === became(now)
        ? []
        : [{ what: 'promise', theme: nameIn(now), from: became(old), to: became(now) } as const]),
    ]
  })
}

function compareThemes(old: ReportTheme, theme: ReportTheme, { corpus, say }: Omit<Comparing, 'ideas'>): Change[] {
  const name = nameOf(theme)
  const change = (what: Change['what'], from: string, to: string): Change => ({ what, theme: name, from, to })
  const words = (quote: Quote) => quoted(corpus, quote) ?? say('tombstone')
  const said = (of: ReportTheme) =>
    new Map(of.statements.map((each) => [`${statementId(each)} ${each.wording}`, textOf({ say }, each)]))
  const quotes = (of: ReportTheme) => new Map(quotesOf(of).map((quote) => [quoteId(quote), words(quote)]))
  return [
    ...(nameOf(old) === name ? [] : [change('name', nameOf(old), name)]),
    ...(old.headline === theme.headline
      ? []
      : [
          change(
            'headline',
            say(old.headline ? `headline.${old.headline}` : 'theme.other'),
            say(theme.headline ? `headline.${theme.headline}` : 'theme.other'),
          ),
        ]),
    ...(old.people === theme.people
      ? []
      : [change('people', String(old.people ?? '<5'), String(theme.people ?? '<5'))]),
    ...differences(said(old), said(theme)).map(({ from, to }) =>
      change(to === '' ? 'sentence-gone' : 'sentence-new', from, to),
    ),
    ...differences(quotes(old), quotes(theme)).map(({ from, to }) =>
      change(to === '' ? 'quote-gone' : 'quote-new', from, to),
    ),
  ]
}

function differences(
  old: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): { from: string; to: string }[] {
  const gone = [...old].flatMap(([id, from]) => (now.has(id) ? [] : [{ from, to: '' }]))
  const added = [...now].flatMap(([id, to]) => (old.has(id) ? [] : [{ from: '', to }]))
  return [...gone, ...added]
}
