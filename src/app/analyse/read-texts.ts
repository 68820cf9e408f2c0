import type { AnalysisCall } from './analysis-command.ts'
import type { Line } from './read-lines.ts'

/** A text as it came: `id` is the given one, a string or a number, and what else was given beside the text. */
export type GivenText = {
  readonly id: string | number
  readonly text: string
  readonly author?: string | undefined
  readonly replyTo?: string | undefined
  readonly createdAt?: string | undefined
  readonly language?: string | undefined
}

/** The texts of a file of JSON lines as they come: id and text are needed. A line that is no such object, or whose id
 *  stood on a line before, is told to `bad` and left out; unknown members are passed over. */
export async function* readTexts(call: Pick<AnalysisCall, 'input' | 'lines' | 'bad'>): AsyncGenerator<GivenText> {
  const seen = new Set<string>()
  for await (const line of call.lines(call.input)) {
    const read = readText(line)
    const reason = typeof read === 'string' ? read : repeated(seen, read)
    if (reason !== undefined) call.bad.skip(line, reason)
    else if (typeof read !== 'string') yield read
  }
}

function repeated(seen: Set<string>, { id }: GivenText): string | undefined {
  const known = seen.size
  return seen.add(String(id)).size === known ? `the id ${JSON.stringify(id)} stands on a line before` : undefined
}

/** The text of a line, or why there is none. */
function readText({ text: line }: Pick<Line, 'text'>): GivenText | string {
  if (line.trim() === '') return 'it is empty'
  const value = parse(line)
  if (value === undefined) return 'it is no JSON'
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'it is no JSON object'
  const { id, text, ...others } = value as Record<string, unknown>
  if (!isId(id)) return 'its id is no string and no number'
  if (typeof text !== 'string') return 'its text is no string'
  return { id, text, ...optional(others) }
}

/** JSON never gives undefined, so undefined stands for what is no JSON. */
function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

const isId = (value: unknown): value is string | number =>
  typeof value === 'number' || (typeof value === 'string' && value !== '')

function optional(others: Record<string, unknown>): Omit<GivenText, 'id' | 'text'> {
  const word = (name: string): string | undefined => {
    const value = others[name]
    return isId(value) ? String(value) : undefined
  }
  return {
    author: word('author'),
    replyTo: word('replyTo'),
    createdAt: word('createdAt'),
    language: word('language'),
  }
}
