const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as text in HTML, in attributes too. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => NAMED[letter] ?? letter)
}
