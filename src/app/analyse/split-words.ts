const isSpace = (letter: string): boolean => /\s/.test(letter)

/** The words of a line between white space; a word in double quotes may hold white space, and a quote as two. Undefined
 *  when a quote is not closed. */
export function splitWords(line: string): string[] | undefined {
  if (!line.includes('"')) return line.split(/\s+/).filter((word) => word !== '')
  const words: string[] = []
  for (let at = 0; at < line.length; ) {
    if (isSpace(line.charAt(at))) {
      at++
      continue
    }
    const end = line.charAt(at) === '"' ? endOfQuoted(line, at) : endOfWord(line, at)
    if (end === undefined) return undefined
    words.push(unquote(line.slice(at, end)))
    at = end
  }
  return words
}

/** The fields of a line of CSV; a field in double quotes may hold the separator, and a quote as two. Undefined when a
 *  quote is not closed on the line. */
export function splitFields(line: string, separator: string): string[] | undefined {
  if (!line.includes('"')) return line.split(separator).map((field) => field.trim())
  const fields: string[] = []
  for (let at = 0; at <= line.length; ) {
    const isQuoted = line.charAt(at) === '"'
    const closed = isQuoted ? endOfQuoted(line, at) : at
    if (closed === undefined) return undefined
    const found = line.indexOf(separator, closed)
    const end = found === -1 ? line.length : found
    fields.push(isQuoted ? unquote(line.slice(at, closed)) : line.slice(at, end).trim())
    at = end + 1
  }
  return fields
}

/** The place behind the closing quote of what opens at `start`. */
function endOfQuoted(line: string, start: number): number | undefined {
  for (let at = line.indexOf('"', start + 1); at !== -1; at = line.indexOf('"', at + 2)) {
    if (line.charAt(at + 1) !== '"') return at + 1
  }
  return undefined
}

function endOfWord(line: string, start: number): number {
  let end = start
  while (end < line.length && !isSpace(line.charAt(end))) end++
  return end
}

const unquote = (word: string): string => (word.startsWith('"') ? word.slice(1, -1).replaceAll('""', '"') : word)

/** A value as a field of CSV, in quotes where it needs them. */
export const csvField = (value: string | number): string => {
  const text = String(value)
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
