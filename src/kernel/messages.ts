/** What people read: catalogues of messages, one flat object for each module and language.
 *  A message is a text with {placeholders}, or one text for each plural category, chosen by the value `count`. Pure: no DOM, no Node. */

import { numberFormat, pluralRules } from './formats.ts'

export { dateFormat, languageNames, numberFormat, pluralRules, relativeFormat } from './formats.ts'

/** One text for each plural category a language needs; chosen by `count` with Intl.PluralRules, `other` when the category is absent. */
export type Plural = { readonly [category in 'zero' | 'one' | 'two' | 'few' | 'many']?: string } & {
  readonly other: string
}

export type Message = string | Plural

/** A module's messages in one language. Keys begin with the module's name: 'jams.phase.discuss'. */
export type Catalogue = Readonly<Record<string, Message>>

type Texts<M> = M extends string ? M : M[keyof M] & string
type NamesIn<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never

/** The names of the placeholders of a message. */
export type Placeholder<M extends Message> = NamesIn<Texts<M>>

type Wanted<M extends Message, V> = { readonly [Name in Placeholder<M>]: V } & (M extends string
  ? unknown
  : { readonly count: number })

/** The values a message wants: none for a plain text, `count` for every plural. */
export type Values<M extends Message, V = string | number> =
  // biome-ignore lint/complexity/noBannedTypes: {} is the question whether every key may be absent
  {} extends Wanted<M, V> ? readonly [] : readonly [values: Wanted<M, V>]

/** Says a message of one catalogue; a missing key or a wrong placeholder does not compile. */
export type Say<C extends Catalogue> = <K extends keyof C & string>(key: K, ...values: Values<C[K]>) => string

/** The languages the interface speaks, the first is the one others are translated from. */
export const languages = ['en', 'de'] as const

export type Language = (typeof languages)[number]

/** The tag by which times are written where nobody's browser says more: English of no country has the day before the month
 *  and twenty-four hours. */
export function datesIn(language: string): string {
  return language === 'en' ? 'en-GB' : language
}

/** The first wanted language (BCP 47 tags, best first) that the interface speaks; English when none is. */
export function languageFor(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const primary = tag.toLowerCase().split('-')[0]
    const spoken = languages.find((language) => language === primary)
    if (spoken) return spoken
  }
  return languages[0]
}

/** A piece of a message: text as it is, or the place of a value. */
export type Piece = { readonly text: string } | { readonly name: string }

/** Cuts a text at its {placeholders}, in order. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const found of text.matchAll(/\{([a-zA-Z]{1,40})\}/g)) {
    if (found.index > from) pieces.push({ text: text.slice(from, found.index) })
    pieces.push({ name: found[1] ?? '' })
    from = found.index + found[0].length
  }
  if (from < text.length) pieces.push({ text: text.slice(from) })
  return pieces
}

/** The text of a message for a count: the plural category of the language, or the plain text. */
export function textFor(message: Message, rules: Intl.PluralRules, count: unknown): string {
  if (typeof message === 'string') return message
  return (typeof count === 'number' ? message[rules.select(count)] : undefined) ?? message.other
}

/** Fills a catalogue's messages in one language. Numbers are written as the locale writes them.
 *  A key that is absent at run time (an older page, a newer server) is said as the key itself, never thrown. */
export function speaker<C extends Catalogue>(locale: string, catalogue: Catalogue): Say<C> {
  const rules = pluralRules(locale)
  const numbers = numberFormat(locale)
  return (key, ...given) => {
    const values: Readonly<Record<string, string | number>> = given[0] ?? {}
    const message = catalogue[key]
    if (message === undefined) return key
    return piecesOf(textFor(message, rules, values.count))
      .map((piece) => ('text' in piece ? piece.text : written(values[piece.name], numbers)))
      .join('')
  }
}

function written(value: string | number | undefined, numbers: Intl.NumberFormat): string {
  return typeof value === 'number' ? numbers.format(value) : (value ?? '')
}

/** One speaker for each language, for code that talks to people of many languages (mails, refusals). */
export function speakers<C extends Catalogue>(catalogues: Record<Language, Catalogue>): (wanted: string) => Say<C> {
  const all = { en: speaker<C>('en', catalogues.en), de: speaker<C>('de', catalogues.de) }
  return (wanted) => all[languageFor([wanted])]
}

type Shape<E extends Catalogue> = { readonly [K in keyof E]: E[K] extends string ? string : Plural }
type Faithful<E extends Catalogue, G extends Record<keyof E, Message>> = {
  readonly [K in keyof E]: [Placeholder<E[K]>] extends [Placeholder<G[K]>]
    ? [Placeholder<G[K]>] extends [Placeholder<E[K]> | 'count']
      ? G[K]
      : { unknownPlaceholder: Exclude<Placeholder<G[K]>, Placeholder<E[K]>> }
    : { missingPlaceholder: Exclude<Placeholder<E[K]>, Placeholder<G[K]>> }
}

/** Checks a translation against the English catalogue while compiling: the same keys, the same placeholders.
 *  `export const german = translationOf<typeof english>()({ ... })` */
export function translationOf<E extends Catalogue>() {
  return <const G extends Shape<E>>(
    translation: G & Faithful<E, G> & { readonly [K in Exclude<keyof G, keyof E>]: never },
  ): Shape<E> => translation
}

const accented: Record<string, string> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ö',
  u: 'ü',
  n: 'ñ',
  c: 'ç',
  A: 'Å',
  E: 'É',
  O: 'Ø',
  S: 'Š',
}

/** A catalogue that looks foreign and is a third longer, to find text that is not in the catalogue or does not fit. */
export function pseudo(catalogue: Catalogue): Catalogue {
  return Object.fromEntries(Object.entries(catalogue).map(([key, message]) => [key, pseudoMessage(message)]))
}

function pseudoMessage(message: Message): Message {
  if (typeof message === 'string') return pseudoText(message)
  const longer = Object.entries(message).map(([category, text]) => [category, pseudoText(text)])
  return { other: '', ...Object.fromEntries(longer) }
}

function pseudoText(text: string): string {
  const foreign = piecesOf(text).map((piece) =>
    'name' in piece ? `{${piece.name}}` : piece.text.replace(/[a-zA-Z]/g, (letter) => accented[letter] ?? letter),
  )
  return `⟦${foreign.join('')}${' ~'.repeat(Math.ceil(text.length / 6))}⟧`
}
