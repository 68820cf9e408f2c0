import { csvRow } from './csv-row.ts'
import { type Line, type LineType, lineSchemas } from './jam-format.ts'

/** The mark by which spreadsheets know UTF-8, and the names of the columns: the keys of the format without "type". */
export function csvHead(type: LineType): string {
  return `\uFEFF${csvRow(keysOf(type))}`
}

/** One object as a row; lists and nested objects as JSON in one cell, null as an empty one. For reading, not for import. */
export function csvLine(line: Line): string {
  const values: Readonly<Record<string, unknown>> = line
  return csvRow(keysOf(line.type).map((key) => cellOf(values[key])))
}

function keysOf(type: LineType): string[] {
  return Object.keys(lineSchemas[type].properties).filter((key) => key !== 'type')
}

function cellOf(value: unknown): string | number {
  if (typeof value === 'number' || typeof value === 'string') return value
  return value === null || value === undefined ? '' : JSON.stringify(value)
}
