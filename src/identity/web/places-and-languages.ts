import { languageNames, languages } from '../../kernel/messages.ts'
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

/** Every time zone the browser knows, with its distance from UTC now; the given one always among them. */
export function timeZones(chosen: string): Option<string>[] {
  const known = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', chosen])
  return [...known]
    .sort()
    .map((zone) => ({ value: zone, label: `${zone.replaceAll('_', ' ')} (${distanceFromUtc(zone)})` }))
}

/** The zone of this browser. */
export function zoneOfBrowser(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'
}

function distanceFromUtc(timeZone: string): string {
  const parts = new Intl.DateTimeFormat(viewer().locale, { timeZone, timeZoneName: 'longOffset' }).formatToParts()
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? ''
  return name.replace('GMT', 'UTC')
}

function capital(word: string, language: string): string {
  return word.charAt(0).toLocaleUpperCase(language) + word.slice(1)
}
