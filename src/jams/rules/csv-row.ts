/** One row of CSV (RFC 4180) with its line's end. No cell can become a formula. */
export function csvRow(values: readonly (string | number)[]): string {
  return `${values.map(cell).join(',')}\r\n`
}

/** A spreadsheet takes = + - @ (also in their full-width forms, tab and return) at the start of a cell for a formula:
 *  an apostrophe before it makes it text (OWASP, CSV injection). Numbers of ours stay numbers. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const safe = /^[\s\u200B-\u200F\u2060\uFEFF]{0,1000}[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(value)
    ? `'${value}`
    : value
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
