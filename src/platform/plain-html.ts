/** What needs the parser anywhere in a text: marks, references, addresses, white space with a meaning. */
const meaningful = /[\\`*_~[\]<>&|#@\uFEFF]|[^\P{Cc}\n]|:\/\/|www\.|mailto:|xmpp:| \n|\n | $/iu

/** How a line may begin that the parser reads as words: a letter or an opening quote, no list, rule or heading. */
const plainLine = /^(?:[\p{L}\p{M}("'“„«»‘‚¿¡…]|\d+(?![\d.)]))/u

/** Is this text the same as Markdown and as words? Says no when in doubt. */
export function isPlainText(text: string): boolean {
  if (meaningful.test(text)) return false
  return text.split('\n').every((line) => line === '' || plainLine.test(line))
}

/** The HTML of plain text: paragraphs at empty lines, breaks at line ends; the same bytes as the parser's. */
export function plainHtml(text: string): string {
  return text
    .split(/\n{2,}/u)
    .map((paragraph) => paragraph.replace(/^\n|\n$/gu, ''))
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>\n')}</p>`)
    .join('\n')
}

/** Text as HTML that shows it: & < > and both quotes become references. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (sign) => `&#${sign.charCodeAt(0)};`)
}
