import type { ReactNode } from 'react'
import { createElement, Fragment } from 'react'
import {
  type Catalogue,
  datesIn,
  numberFormat,
  piecesOf,
  pluralRules,
  type Say,
  speaker,
  textFor,
  type Values,
} from '../kernel/messages.ts'

type Speech = {
  readonly language: string
  /** BCP 47 tag for dates and numbers: the viewer's own region when the browser names one of the language. */
  readonly locale: string
  /** IANA name of the viewer's zone; undefined: the browser's. */
  readonly timeZone: string | undefined
  readonly catalogue: Catalogue
  readonly say: Say<Catalogue>
}

// A page speaks one language at a time; on the server `speak` wraps one synchronous render.
let now: Speech = speechOf({ language: 'en', catalogue: {} })

type Chosen = { language: string; catalogue: Catalogue; timeZone?: string | undefined; wanted?: readonly string[] }

function speechOf({ language, catalogue, timeZone, wanted = [] }: Chosen): Speech {
  const ofLanguage = wanted.filter((tag) => tag === language || tag.startsWith(`${language}-`))
  const locale = ofLanguage.find(isLocale) ?? datesIn(language)
  return { language, locale, timeZone, catalogue, say: speaker(locale, catalogue) }
}

// Some systems hand the browser names such as en-US@posix.
function isLocale(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0
  } catch {
    return false
  }
}

/** Sets the language, catalogue and time zone of everything that is said from now on. */
export function speak(chosen: Chosen): void {
  now = speechOf(chosen)
}

/** The zone in which times are shown from now on; undefined is the browser's own. */
export function showTimesIn(timeZone: string | undefined): void {
  now = { ...now, timeZone }
}

/** Language, locale and zone of the viewer. */
export function viewer(): Pick<Speech, 'language' | 'locale' | 'timeZone'> {
  return now
}

/** The `say` of one module: `export const say = sayIn<typeof jamsEnglish>()`, with the catalogue imported as a type. */
export function sayIn<C extends Catalogue>(): Say<C> {
  return (key, ...values) => (now.say as unknown as Say<C>)(key, ...values)
}

/** Like `sayIn`, for sentences with elements inside: `sayRich('jam.by', { name: <b>…</b> })`. */
export function sayRichIn<C extends Catalogue>() {
  return <K extends keyof C & string>(key: K, ...given: Values<C[K], ReactNode>): ReactNode => {
    const values: Readonly<Record<string, ReactNode>> = given[0] ?? {}
    const message = now.catalogue[key]
    if (message === undefined) return key
    const pieces = piecesOf(textFor(message, pluralRules(now.locale), values.count))
    return createElement(
      Fragment,
      null,
      ...pieces.map((piece) => ('text' in piece ? piece.text : shown(values[piece.name]))),
    )
  }
}

function shown(value: ReactNode): ReactNode {
  return typeof value === 'number' ? numberFormat(now.locale).format(value) : value
}
