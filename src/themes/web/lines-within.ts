/** Fewer letters than these tell nobody a name. */
const LEAST_LETTERS = 4
/** "75%" */
const NOTE_LETTERS = 3
/** How wide a letter of the names is, as a share of its height. */
const LETTER = 0.57
/** Between letters and the circle's line. */
const OF_WIDTH = 0.9
const MOST_LINES = 4
/** From one line to the next, in letter sizes. */
export const LINE = 1.15

/** Where the middle of the first of so many lines stands, in letter sizes from the circle's; a note follows the last. */
export function firstLine(lines: number): number {
  return -0.6 * (lines - 1)
}

/** A name in as few lines as it needs to stand inside a circle whole, at most four and as many as there is room for; the
 *  last is shortened where that is not enough. None where the circle is too small for letters. `radius` and `letterSize` in
 *  the units of the picture. */
export function linesWithin(name: string, radius: number, letterSize: number): string[] {
  let best: string[] = []
  for (let count = 1; count <= MOST_LINES; count++) {
    const rooms = roomsOf(count, radius / letterSize)
    if (rooms.some((room) => room < LEAST_LETTERS)) break
    const lines = fill(name.split(' '), rooms)
    if (lines.join(' ') === name) return lines
    if (lines.length === count) best = lines
  }
  return best
}

/** How many letters each of so many lines takes, with a note below them; `radius` in letter sizes. */
function roomsOf(count: number, radius: number): number[] {
  const chord = (middle: number): number => {
    const edge = Math.abs(middle) + 0.5
    return edge < radius ? 2 * Math.sqrt(radius ** 2 - edge ** 2) : 0
  }
  const middles = Array.from({ length: count + 1 }, (_, at) => firstLine(count) + at * LINE)
  const rooms = middles.map((middle) => Math.floor((chord(middle) * OF_WIDTH) / LETTER))
  const note = rooms.pop() ?? 0
  return note < NOTE_LETTERS ? [0] : rooms
}

/** Words in lines of these rooms; what is left over in the last, or a word that is too long, is shortened. */
function fill(words: readonly string[], rooms: readonly number[]): string[] {
  const left = [...words]
  const lines: string[] = []
  for (const [at, room] of rooms.entries()) {
    let line = left.shift()
    if (line === undefined) break
    while (left[0] !== undefined && `${line} ${left[0]}`.length <= room) line += ` ${left.shift()}`
    if (line.length > room || at === rooms.length - 1) {
      return [...lines, shortened([line, ...left].join(' '), room)]
    }
    lines.push(line)
  }
  return lines
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\s,]$/, '')}…`
}
