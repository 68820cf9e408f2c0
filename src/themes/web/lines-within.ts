/** Fewer letters than these tell nobody a name. */
const LEAST_LETTERS = 4
/** How wide a letter of the names is, as a share of its height. */
const LETTER = 0.57
/** Names stand a little below and above the middle, where a circle is narrower. */
const OF_WIDTH = 0.92

/** A name in at most two lines that stay inside a circle, the second shortened; none where it is too small for letters.
 *  `radius` and `letterSize` in the units of the picture. */
export function linesWithin(name: string, radius: number, letterSize: number): string[] {
  const room = Math.floor((2 * radius * OF_WIDTH) / (letterSize * LETTER))
  if (room < LEAST_LETTERS) return []
  if (name.length <= room) return [name]
  const words = name.split(' ')
  let first = words.shift() ?? ''
  while (words[0] !== undefined && `${first} ${words[0]}`.length <= room) first += ` ${words.shift()}`
  if (words.length === 0 || first.length > room) return [shortened(name, room)]
  return [first, shortened(words.join(' '), room)]
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\s,]$/, '')}…`
}
