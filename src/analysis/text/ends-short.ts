/** Short forms that are followed by more of their sentence, whatever begins it. What mostly ends a list ("etc.") is not here:
 *  a capital after it begins a sentence. */
const shortForms = new Set(
  (
    'approx av bijv bsp bspw bzw ca cf dept dr ej evtl ex fr ggf hr inkl exkl mio mr mrd mrs ms nr núm pág prof ' +
    'resp sog sr sra st vgl vs zzgl'
  ).split(' '),
)
const notInWords = /[^\p{L}\p{M}\p{N}]/u
const oneLetter = /^\p{L}\p{M}?$/u
/** Enough for the longest of them. */
const LOOKED_AT = 12

/**
 * Whether the full stop right before `end` belongs to a short form: a single letter ("z.B.", "e.g.", "p. ej.", "J. Smith") or
 * a usual one ("Dr.", "bzw."). No sentence ends there, though a word with a capital may follow.
 */
export function endsShort(text: string, end: number): boolean {
  if (text[end - 1] !== '.') return false
  const before = text.slice(Math.max(0, end - LOOKED_AT), end - 1)
  const word = before.split(notInWords).at(-1) ?? ''
  return oneLetter.test(word) || shortForms.has(word.toLowerCase())
}
