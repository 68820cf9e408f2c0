// Making a format of Intl takes far longer than using it, and a page of a hundred times and sentences would make hundreds.
// Their number is bounded: a server tells times in the zones of everybody.
const MOST_KEPT = 300
const kept = new Map<string, unknown>()

function keep<F>(wanted: readonly unknown[], make: () => F): F {
  const key = JSON.stringify(wanted)
  const known = kept.get(key) as F | undefined
  if (known) return known
  const [oldest] = kept.size < MOST_KEPT ? [] : kept.keys()
  if (oldest !== undefined) kept.delete(oldest)
  const made = make()
  kept.set(key, made)
  return made
}

/** `new Intl.DateTimeFormat(locale, options)`, made once. Throws the same RangeError on a locale or zone that is none. */
export function dateFormat(locale: string, options?: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return keep(['date', locale, options], () => new Intl.DateTimeFormat(locale, options))
}

/** `new Intl.NumberFormat(locale, options)`, made once. */
export function numberFormat(locale: string, options?: Intl.NumberFormatOptions): Intl.NumberFormat {
  return keep(['number', locale, options], () => new Intl.NumberFormat(locale, options))
}

/** `new Intl.PluralRules(locale)`, made once. */
export function pluralRules(locale: string): Intl.PluralRules {
  return keep(['plural', locale], () => new Intl.PluralRules(locale))
}

/** Times from now in words where there are some ("yesterday"), made once. */
export function relativeFormat(locale: string): Intl.RelativeTimeFormat {
  return keep(['relative', locale], () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))
}

/** What languages are called in the given one, made once. Throws a RangeError on a tag that is none. */
export function languageNames(locale: string): Intl.DisplayNames {
  return keep(['language', locale], () => new Intl.DisplayNames([locale], { type: 'language' }))
}
