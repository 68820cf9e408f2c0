/** What becomes a mark wherever it stands. An underscore within a word, a full stop or a bracket that is round never do. */
const MARKS = /[\\`*[\]~]|<(?=[A-Za-z/!?])|&(?=#?[A-Za-z0-9]{1,32};)|(?<![\p{L}\p{M}\p{N}])_|_(?![\p{L}\p{M}\p{N}])/gu
/** What becomes a mark where a line begins: of headings, quotes, lists, and lines across. */
const AT_START = /^(?:#{1,6}(?= |$)|>|[-+](?= |$)|-(?=[- ]*$))/u
const NUMBERED = /^(\d{1,9})([.)])(?= |$)/u

/** Text that stays text within a line of Markdown: it is escaped where it would become a mark, lines become one. */
export function markdownText(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(MARKS, '\\$&')
}

/** A line of Markdown that begins a paragraph, a quote or an item, and stays one. */
export function markdownLine(line: string): string {
  return line.trim().replace(AT_START, '\\$&').replace(NUMBERED, '$1\\$2')
}

/** The text of a heading: signs at its end would close it. */
export function markdownHeading(text: string): string {
  return markdownText(text)
    .trim()
    .replace(/(?<=^| )#+$/u, '\\$&')
}

/** What stands in a cell of a table. */
export function markdownCell(text: string): string {
  return text.replaceAll('|', '\\|')
}
