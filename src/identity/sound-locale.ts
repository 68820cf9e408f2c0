import { Refusal } from '../kernel/index.ts'
import { canonicalLocale, isTimeZone } from './rules/locale-and-zone.ts'

/** Language and time zone as they are stored. Throws Refusal 400 when the tag or the zone does not exist. */
export function soundLocale(given: { locale: string; timeZone: string }): { locale: string; timeZone: string } {
  const locale = canonicalLocale(given.locale)
  if (!locale) throw new Refusal('locale.unknown', { status: 400, values: { locale: given.locale } })
  if (!isTimeZone(given.timeZone)) {
    throw new Refusal('time-zone.unknown', { status: 400, values: { timeZone: given.timeZone } })
  }
  return { locale, timeZone: given.timeZone }
}
