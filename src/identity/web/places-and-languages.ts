import { dateFormat, languageNames, languages } from '../../kernel/messages.ts'
import { type Option, viewer } from '../../web-kit/index.ts'

/** A language's name as its speakers write it. */
export function languageName(tag: string): string {
  try {
    return languageNames(tag).of(tag) ?? tag
  } catch {
    return tag
  }
}

/** The languages that the interface speaks, each in its own name. */
export function spokenLanguages(): Option<string>[] {
  return languages.map((language) => ({ value: language, label: capital(languageName(language), language) }))
}

/** Every time zone the browser knows; the given one always among them. Without their times: to make a format of Intl for
 *  each keeps a phone busy for half a second. */
export function timeZones(chosen: string): Option<string>[] {
  const known = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', chosen])
  return [...known].sort().map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))
}

/** Weekday and time of an instant in a zone; undefined where the browser does not know the zone. */
export function timeThere(timeZone: string, atMs: number): string | undefined {
  const format = { timeZone, weekday: 'long', hour: 'numeric', minute: '2-digit' } as const
  try {
    return dateFormat(viewer().locale, format).format(atMs)
  } catch {
    return undefined
  }
}

/** The zone of this browser. */
export function zoneOfBrowser(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'
}

function capital(word: string, language: string): string {
  return word.charAt(0).toLocaleUpperCase(language) + word.slice(1)
}
