import type { Static } from 'typebox'
import { Compile } from 'typebox/compile'
import { lazily } from '../../kernel/index.ts'
import { inOrder } from './in-order.ts'
import { type Line, type LineType, lineSchemas, lineTypes } from './jam-format.ts'

/** No line of ours comes near: the longest text has 10,000 characters, of which each may take twelve bytes. In UTF-16 code units. */
export const LINE_MAX = 200_000

/** A line that cannot be taken, with its number (the first is 1) and the reason. */
export class BadLine extends Error {
  readonly line: number
  readonly reason: string

  constructor(line: number, reason: string) {
    super(`line ${line}: ${reason}`)
    this.name = 'BadLine'
    this.line = line
    this.reason = reason
  }
}

const validators = lazily(() => Object.fromEntries(lineTypes.map((type) => [type, Compile(lineSchemas[type])])))

/** One object of a jam file, checked against the schema of its type. Throws BadLine; the reason never repeats anybody's words. */
export function parseLine(text: string, lineNumber: number): Line {
  if (text.length > LINE_MAX) throw new BadLine(lineNumber, `longer than ${LINE_MAX} characters`)
  const value = objectIn(text, lineNumber)
  const type = lineTypes.find((known) => known === value.type)
  if (type === undefined) throw new BadLine(lineNumber, `"type" must be one of ${lineTypes.join(', ')}`)
  const validator = validators()[type]
  if (validator?.Check(value) !== true) throw new BadLine(lineNumber, firstProblem(type, value))
  const problem = unstorable(value)
  if (problem !== undefined) throw new BadLine(lineNumber, problem)
  return value as Static<(typeof lineSchemas)[typeof type]>
}

function objectIn(text: string, lineNumber: number): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new BadLine(lineNumber, 'not JSON')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BadLine(lineNumber, 'not an object')
  return value as Record<string, unknown>
}

type Problem = { keyword: string; instancePath: string; message: string; params: object }

function firstProblem(type: LineType, value: unknown): string {
  const problems = (validators()[type]?.Errors(value) ?? []) as Problem[]
  // A strange key makes two reports; the later one names it.
  const problem = problems.find(({ keyword }) => keyword !== 'boolean') ?? problems[0]
  const place = problem?.instancePath.slice(1).replaceAll('/', '.')
  return `${place ? `"${place}" ` : ''}${problem?.message ?? 'not valid'}`
}

/** Text that a database does not keep as it is: NUL, half a surrogate pair; and instants that no calendar has. */
function unstorable(value: unknown, key = ''): string | undefined {
  if (typeof value === 'string') return unstorableText(value, key)
  if (typeof value !== 'object' || value === null) return undefined
  for (const [name, part] of Object.entries(value)) {
    const problem = unstorable(part, name)
    if (problem !== undefined) return problem
  }
  return undefined
}

function unstorableText(text: string, key: string): string | undefined {
  if (text.includes('\0') || !text.isWellFormed()) return `"${key}" holds a character that is none`
  if ((key === 'at' || key === 'until' || key.endsWith('At')) && !isInstant(text)) return `"${key}" is no instant`
  return undefined
}

function isInstant(text: string): boolean {
  const ms = Date.parse(text)
  return Number.isFinite(ms) && new Date(ms).toISOString() === text
}

/** The bytes of one object: JSON with its keys in the order of the schema, and the line's end. */
export function formatLine(line: Line): string {
  return `${JSON.stringify(inOrder(lineSchemas[line.type], line))}\n`
}
