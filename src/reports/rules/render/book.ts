import {
  dateFormat,
  datesIn,
  type Language,
  languageNames,
  numberFormat,
  type Say,
  speakers,
} from '../../../kernel/messages.ts'
import { citedIn } from '../cited.ts'
import { type Corpus, erasedSince, type Written } from '../corpus.ts'
import type { Citation, Report, ReportTheme } from '../report.ts'
import { words as german } from '../words.de.ts'
import { words as english } from '../words.en.ts'

type Fold = NonNullable<Report['folds']>[number]

/** A report with what was written, in the language of a reader, ready to be set. */
export type Book = {
  readonly report: Report
  readonly corpus: Corpus
  readonly language: Language
  readonly say: Say<typeof english>
  readonly errata: readonly Written[]
  /** SHA-256 of what the edition says, in hexadecimal digits. */
  readonly hash: string
  /** The number of each cited contribution, in the order of the report. */
  readonly numbers: ReadonlyMap<string, number>
  readonly themes: ReadonlyMap<string, ReportTheme>
  /** The fold of each contribution that stands in one. */
  readonly folds: ReadonlyMap<string, Fold>
}

const speakerFor = speakers<typeof english>({ en: english, de: german })

/** Opens a report in a language. `hash`: see digest-edition.ts. */
export function openBook(given: { report: Report; corpus: Corpus; language: Language; hash: string }): Book {
  const { report, corpus, language } = given
  const numbers = new Map([...citedIn(report).keys()].map((id, at) => [id, at + 1]))
  const themes = new Map(report.themes.map((theme) => [theme.id, theme]))
  const folds = new Map((report.folds ?? []).flatMap((fold) => fold.ids.map((id) => [id, fold] as const)))
  const errata = erasedSince(corpus, report.edition.madeAt)
  return { ...given, say: speakerFor(language), errata, numbers, themes, folds }
}

/** What a theme is called: a host's name, else the machine's label. */
export function nameOf({ name, label }: Pick<ReportTheme, 'name' | 'label'>): string {
  return name ?? label
}

/** Contributions in their order, those that say nearly the same together at the place of the first. */
export function foldedIn({ folds }: Book, ideas: readonly string[]): string[][] {
  return [...Map.groupBy(ideas, (id) => folds.get(id) ?? id).values()]
}

export function numberIn({ language }: Book, value: number): string {
  return numberFormat(language).format(value)
}

/** A number of people; null is one to four. */
export function peopleIn(book: Book, people: number | null): string {
  return people === null ? book.say('under', { floor: book.report.method.floor }) : numberIn(book, people)
}

export function percentIn({ language }: Book, share: number): string {
  return numberFormat(language, { style: 'percent', maximumFractionDigits: share < 0.01 ? 1 : 0 }).format(share)
}

export function dayIn(book: Book, day: string): string {
  return dateWith(book, day.length > 10 ? day : `${day}T12:00:00.000Z`, { dateStyle: 'long' })
}

/** Without its year, as it stands under a picture. */
export function shortDayIn(book: Book, at: string): string {
  return dateWith(book, at, { day: 'numeric', month: 'short' })
}

export function minuteIn(book: Book, at: string): string {
  return dateWith(book, at, { dateStyle: 'medium', timeStyle: 'short' })
}

/** With its zone, which is that of all other times of the report: whoever reads it may live in another. */
export function momentIn(book: Book, at: string): string {
  const date = { day: 'numeric', month: 'short', year: 'numeric' } as const
  return dateWith(book, at, { ...date, hour: '2-digit', minute: '2-digit', timeZoneName: 'short' })
}

/** In the zone of the jam's hub, whatever the machine's is. */
function dateWith({ language, report }: Book, at: string, options: Intl.DateTimeFormatOptions): string {
  return dateFormat(datesIn(language), { timeZone: report.jam.timeZone, ...options }).format(new Date(at))
}

export function languageIn({ language }: Book, tag: string): string {
  try {
    return languageNames(language).of(tag) ?? tag
  } catch {
    return tag
  }
}

/** Where a contribution stands, seen from the report's own address. */
export function placeOf({ corpus }: Book, { id }: Pick<Citation, 'id'>): string {
  const root = corpus.written.get(id)?.root ?? id
  return root === id ? `../threads/${id}` : `../threads/${root}?at=${id}`
}
