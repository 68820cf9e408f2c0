import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { Value } from 'typebox/value'
import { FILLED, lazily, Refusal } from '../../kernel/index.ts'

type Validated = { value: unknown } | { error: Refusal }
type Found = {
  readonly keyword: string
  readonly instancePath: string
  readonly message: string
  readonly params: object
}
type Problem = { readonly path: string; readonly problem: string; readonly found: Found }

const PROBLEMS_SHOWN = 5

/** Makes the validator of one part of a request. Query strings and path parts are text, so these alone are converted;
 *  a body is taken as it is, unknown keys are refused. The refusal names the fields and never repeats their content.
 *  Compiled when the first request comes: to compile all at every start takes longer than to load them. */
export function validatorOf(schema: TSchema, part: string | undefined): (value: unknown) => Validated {
  const compile = lazily(() => Compile(schema))
  const convert = part === 'querystring' || part === 'params'
  return (given) => {
    const compiled = compile()
    const value = convert ? Value.Convert(schema, given) : given
    if (compiled.Check(value)) return { value }
    return { error: badRequest(problemsOf(compiled, value, part)) }
  }
}

function problemsOf(compiled: ReturnType<typeof Compile>, value: unknown, part: string | undefined): Problem[] {
  const errors = compiled.Errors(value) as unknown as Iterable<Found>
  const all = [...errors].slice(0, PROBLEMS_SHOWN)
  return all.map((found) => ({ path: `${part ?? 'body'}${found.instancePath}`, problem: found.message, found }))
}

function badRequest(problems: Problem[]): Refusal {
  const first = problems[0]
  const field = first?.path ?? 'body'
  const { key, values } = first ? sentenceFor(first.found) : UNKNOWN
  const details = problems.map(({ path, problem }) => ({ path, problem }))
  return new Refusal(key, { status: 400, values: { field, problem: first?.problem ?? '', ...values }, details })
}

const UNKNOWN = { key: 'bad-request', values: {} }

/** What people meet most has a sentence of its own; the rest is told in the words of the schema. */
function sentenceFor({ keyword, params }: Found): { key: string; values: Record<string, number> } {
  const { limit, pattern } = params as { limit?: number; pattern?: string }
  const isBlank = keyword === 'pattern' && pattern === FILLED
  if (isBlank || ((keyword === 'minLength' || keyword === 'minItems') && limit === 1))
    return { key: 'bad-request.empty', values: {} }
  if (keyword === 'maxLength' && limit !== undefined) return { key: 'bad-request.long', values: { most: limit } }
  return UNKNOWN
}
