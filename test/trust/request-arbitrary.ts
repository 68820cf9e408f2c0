import fc from 'fast-check'
import type { Contract } from '../../src/kernel/index.ts'

/** The part of JSON Schema that our contracts use. */
type Schema = {
  readonly type?: string
  readonly const?: unknown
  readonly pattern?: string
  readonly format?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
}

/** A request that was made up. `spoilt`: what was done to it, or undefined when it is one that the contract takes. */
export type MadeUp = {
  readonly route: string
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, unknown>>
  readonly body: unknown
  readonly spoilt: string | undefined
}

/** Things that are there, by the name under which contracts ask for them (`jamId`, `token`, ...), and `any` for the rest. */
export type Known = Readonly<Record<string, readonly string[]>>

const LONGEST_TRIED = 300
const NARROW = 20
const words = fc.constantFrom(
  'Values',
  'A longer text, with ümläuts 漢字 🙂',
  '<b onclick=alert(1)>x</b>',
  '**bold** [x](y)',
  "'; drop",
)

/** One for each pattern: finding out what a pattern allows takes longer than all requests that are made of it. */
const matching = new Map<string, fc.Arbitrary<string>>()
function textsMatching(pattern: string): fc.Arbitrary<string> {
  const made = matching.get(pattern) ?? fc.stringMatching(new RegExp(pattern))
  matching.set(pattern, made)
  return made
}

function textOf(schema: Schema, known: readonly string[]): fc.Arbitrary<string> {
  const { minLength = 0, maxLength = LONGEST_TRIED, pattern, format } = schema
  if (format === 'date-time') return instants
  if (format === 'date') return fc.constantFrom('2027-06-30', '2024-02-29', '0001-01-01', '9999-12-31', '2023-02-29')
  const fits = (text: string): boolean =>
    text.length >= minLength && text.length <= maxLength && (!pattern || new RegExp(pattern).test(text))
  const fitting = known.filter(fits)
  // What people see as one letter may be many units of length: of those hardly any number would ever fit a narrow span.
  const unit = maxLength - minLength < NARROW ? 'grapheme-ascii' : 'grapheme'
  const free = pattern
    ? textsMatching(pattern)
    : fc.oneof(words, fc.string({ minLength, maxLength: Math.min(maxLength, LONGEST_TRIED), unit }))
  const own = free.filter(fits)
  return fitting.length > 0
    ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...fitting) }, { weight: 1, arbitrary: own })
    : own
}

const instants = fc.oneof(
  fc.integer({ min: -2, max: 400 }).map((hours) => new Date(Date.now() + hours * 3_600_000).toISOString()),
  fc.constantFrom(
    '9999-12-31T23:59:59.999Z',
    '0001-01-01T00:00:00Z',
    '2026-12-31T23:59:60Z',
    '2027-01-01T00:00:00+14:00',
  ),
)

/** Values that the schema takes. */
export function rightOf(schema: Schema, known: Known, name = ''): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((option) => rightOf(option, known, name)))
  if (schema.properties) return objectOf(schema, known)
  if (schema.type === 'array') {
    const { minItems: minLength = 0, maxItems = 3 } = schema
    return fc.array(rightOf(schema.items ?? {}, known, name), { minLength, maxLength: Math.min(maxItems, 3) })
  }
  if (schema.type === 'string') return textOf(schema, known[name] ?? known.any ?? [])
  if (schema.type === 'integer') return wholeOf(schema)
  if (schema.type === 'boolean') return fc.boolean()
  return schema.type === 'null' ? fc.constant(null) : fc.jsonValue()
}

function wholeOf({ minimum = 0, maximum = Number.MAX_SAFE_INTEGER }: Schema): fc.Arbitrary<number> {
  const small = fc.integer({ min: minimum, max: Math.min(maximum, minimum + 5) })
  const edges = [2 ** 31 - 1, 2 ** 31, 2 ** 53 - 1].filter((edge) => edge <= maximum)
  return fc.oneof({ weight: 5, arbitrary: small }, { weight: 1, arbitrary: fc.constantFrom(minimum, ...edges) })
}

function objectOf(schema: Schema, known: Known): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.entries(schema.properties ?? {}).map(
    ([name, part]) => [name, rightOf(part, known, name)] as const,
  )
  const requiredKeys = [...(schema.required ?? [])]
  return fc.record(Object.fromEntries(fields), { requiredKeys, noNullPrototype: true }) as fc.Arbitrary<
    Record<string, unknown>
  >
}

/** Values that have broken others' servers. */
const nasty: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1.5,
    2 ** 31,
    2 ** 63,
    1e300,
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '-'.repeat(36),
  ),
  fc.constantFrom<unknown>(
    [],
    {},
    [[]],
    { length: 1 },
    ['__proto__'],
    'constructor',
    '%00',
    '../../x',
    '\u202e\u200b',
    'NaN',
  ),
  fc.constantFrom<unknown>(
    'x'.repeat(20_000),
    Array(600).fill('x'),
    '9'.repeat(400),
    '2026-13-45T99:99:99Z',
    '+275760-09-13T00:00:00.000Z',
  ),
  fc.constantFrom<unknown>(
    '00000000-0000-0000-0000-000000000000',
    'forum:',
    `forum:${'-'.repeat(36)}`,
    "' or 1=1 --",
    '{{7*7}}',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
)

type Spoiling = { readonly at: number; readonly value: unknown; readonly how: 'replace' | 'drop' | 'unknown' }
const spoiling: fc.Arbitrary<Spoiling> = fc.record({
  at: fc.nat(50),
  value: nasty,
  how: fc.constantFrom('replace', 'replace', 'drop', 'unknown'),
})

type Box = Record<string, unknown> | unknown[]
const isBox = (value: unknown): value is Box => typeof value === 'object' && value !== null

/** All places of a value that can be spoilt: a box and a key in it. */
function placesOf(box: Box): [Box, string][] {
  return Object.entries(box).flatMap(
    ([key, value]) => [[box, key], ...(isBox(value) ? placesOf(value) : [])] as [Box, string][],
  )
}

const UNKNOWN_KEYS = ['unknownField', 'constructor', 'personId', 'id', 'owner', 'visible']

function boxesOf(value: Box): Box[] {
  return [value, ...Object.values(value).flatMap((inner) => (isBox(inner) ? boxesOf(inner) : []))]
}

/** The value with one thing wrong in it, and what that is. */
function spoil(whole: Box, { at, value, how }: Spoiling): { value: Box; spoilt: string } {
  const copy = structuredClone(whole)
  const places = placesOf(copy)
  const place = places[at % Math.max(1, places.length)]
  if (how === 'unknown' || !place) {
    const objects = boxesOf(copy).filter((box) => !Array.isArray(box)) as Record<string, unknown>[]
    const into = objects[at % Math.max(1, objects.length)] ?? (copy as Record<string, unknown>)
    const key = UNKNOWN_KEYS.find((name) => !(name in Object(into)) || !Object.hasOwn(into, name)) ?? 'unknownField'
    into[key] = value ?? 1
    return { value: copy, spoilt: `unknown key ${key}` }
  }
  const [box, key] = place
  if (how === 'drop') delete (box as Record<string, unknown>)[key]
  else (box as Record<string, unknown>)[key] = value
  return { value: copy, spoilt: `${how} ${key}` }
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? 'x'))
const asPart = (value: unknown): string => asText(value).slice(0, 300) || 'x'

/** Right, nearly right and wrong requests of one route. */
export function requestsOf(route: string, contract: Contract, known: Known): fc.Arbitrary<MadeUp> {
  const partOf = (schema: unknown) =>
    (schema ? rightOf(schema as Schema, known) : fc.constant({})) as fc.Arbitrary<Record<string, unknown>>
  const parts = fc.record({
    params: partOf(contract.params),
    query: partOf(contract.query),
    body: partOf(contract.body),
  })
  const textual = (params: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(params).map(([name, value]) => [name, asPart(value)]))
  const right = parts.map(({ params, query, body }) => ({
    route,
    params: textual(params),
    query,
    body: contract.body ? body : undefined,
    spoilt: undefined,
  }))
  const named = ['params', 'query', 'body'] as const
  const places = named.filter((part) => (part === 'query' ? route.startsWith('GET') : contract[part]))
  const near = fc
    .record({
      request: right,
      where: fc.constantFrom(...(places.length > 0 ? places : (['query'] as const))),
      spoiling,
    })
    .map(({ request, where, spoiling: how }) => {
      const { value, spoilt } = spoil(
        (request[where] ?? {}) as Box,
        where === 'params' ? { ...how, how: 'replace' } : how,
      )
      const part = where === 'params' ? textual(value as Record<string, unknown>) : value
      return { ...request, [where]: part, spoilt: `${where}: ${spoilt}` }
    })
  const wrong = fc
    .record({ request: right, body: nasty })
    .map(({ request, body }) => ({ ...request, body, spoilt: 'body: anything' }))
  const weighed = [
    { weight: 3, arbitrary: right },
    { weight: 6, arbitrary: near },
  ]
  return fc.oneof(...weighed, ...(contract.body ? [{ weight: 1, arbitrary: wrong }] : [])) as fc.Arbitrary<MadeUp>
}

/** The address of a made-up request, from its path and query. */
export function addressOf({ route, params, query }: MadeUp): string {
  const path = (route.split(' ')[1] ?? '').replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(wellFormed(params[name] ?? 'x')),
  )
  const asked = Object.entries(query).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(wellFormed(asText(value)))}`,
  )
  return asked.length > 0 ? `${path}?${asked.join('&')}`.slice(0, 14_000) : path
}

const wellFormed = (text: string): string => text.toWellFormed()
