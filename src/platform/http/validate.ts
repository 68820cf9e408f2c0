import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { Value } from 'typebox/value'
import { lazily, Refusal } from '../../kernel/index.ts'

type Validated = { value: unknown } | { error: Refusal }
type Problem = { path: string; problem: string }

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
  const errors = compiled.Errors(value) as unknown as Iterable<{ instancePath: string; message: string }>
  const found = [...errors].slice(0, PROBLEMS_SHOWN)
  return found.map((error) => ({ path: `${part ?? 'body'}${error.instancePath}`, problem: error.message }))
}

function badRequest(problems: Problem[]): Refusal {
  const first = problems[0]
  const field = first?.path ?? 'body'
  return new Refusal('bad-request', {
    status: 400,
    values: { field, problem: first?.problem ?? '' },
    details: problems,
  })
}
