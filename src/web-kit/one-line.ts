/** Text on one line: what is pasted with breaks is joined by spaces, and Enter adds nothing. Text without breaks stays as
 *  it is, also while a space at its end waits for the next word. */
export function oneLine(text: string): string {
  if (!text.includes('\n')) return text
  const lines = text.split('\n').map((line) => line.trim())
  return lines.filter((line) => line !== '').join(' ')
}
