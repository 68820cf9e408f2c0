import { expect, test } from 'vitest'
import type { Contract } from '../src/kernel/index.ts'
import type { Answer, Asker, Asking, TestApi, WithSession } from './api.ts'

/** One rung-by-rung test of a route. `path` has its parameters filled in; `body` is one that would be accepted. */
export type Rung = {
  readonly route: string
  readonly path: string
  readonly body?: Readonly<Record<string, unknown>>
  readonly person: WithSession | null
}

type Schema = {
  readonly type?: string
  readonly maxLength?: number
  readonly maxItems?: number
  readonly maximum?: number
  readonly properties?: Readonly<Record<string, Schema>>
  readonly anyOf?: readonly Schema[]
}

export type Broken = { readonly what: string; readonly body: unknown }

function variants(name: string, schema: Schema): { what: string; value: unknown }[] {
  const options = schema.anyOf ?? [schema]
  const most = Math.max(...options.map((option) => option.maxLength ?? 0))
  const items = Math.max(...options.map((option) => option.maxItems ?? 0))
  return [
    { what: `${name} of a wrong type`, value: options.some((option) => option.type === 'object') ? 7 : { nested: [] } },
    ...(most > 0 ? [{ what: `${name} too long`, value: 'x'.repeat(most + 1) }] : []),
    ...(items > 0 ? [{ what: `${name} with too many items`, value: Array(items + 1).fill('x') }] : []),
    ...(options.some((option) => option.maximum !== undefined) ? [{ what: `${name} too large`, value: 1e12 }] : []),
  ]
}

/** Bodies that differ from an accepted one in a single way: an unknown field, one field missing, of a wrong type, too long. */
export function brokenBodies(contract: Contract, body: Readonly<Record<string, unknown>>): Broken[] {
  const properties = (contract.body as Schema | undefined)?.properties ?? {}
  const each = Object.entries(properties).flatMap(([name, schema]) =>
    variants(name, schema).map(({ what, value }) => ({ what, body: { ...body, [name]: value } })),
  )
  return [{ what: 'an unknown field', body: { ...body, unknownField: 1 } }, { what: 'no object', body: '[]' }, ...each]
}

async function send(asker: Asker, { route, path, body }: Rung, asking?: Asking): Promise<Answer> {
  const [method] = route.split(' ')
  if (method === 'GET') return asker.get(path, asking)
  if (method === 'DELETE') return asker.delete(path, asking)
  return method === 'PUT' ? asker.put(path, body, asking) : asker.post(path, body, asking)
}

/** Declares the tests that every route has to pass: sign-in, own origin, a key for each intention, and nothing but what
 *  the contract takes. `rung` is asked for when the test runs, so that the world may be built before. */
export function climb(
  api: () => TestApi,
  given: { readonly route: string; readonly contract: Contract; readonly rung: () => Omit<Rung, 'route'> },
): void {
  const { route, contract } = given
  const mutates = !route.startsWith('GET')
  const rung = (): Rung => ({ route, ...given.rung() })
  if (contract.access !== 'anyone') {
    test(`${route} is refused without a session, and with one that never was`, async () => {
      const without = await send(api().as(null), rung())
      const invented = await send(api().as({ token: 'A'.repeat(43) }), rung())
      expect([without.status, invented.status]).toEqual([401, 401])
      expect(without.text).toBe(invented.text)
    })
  }
  if (mutates) {
    test(`${route} is refused when another site, or nobody, says where it comes from`, async () => {
      const asker = api().as(rung().person)
      const foreign = await send(asker, rung(), { origin: 'https://elsewhere.example' })
      const silent = await send(asker, rung(), { origin: null })
      expect([foreign.status, silent.status]).toEqual([403, 403])
    })
  }
  if (mutates && !contract.exempt && !contract.reads) {
    test(`${route} is refused without an Idempotency-Key`, async () => {
      const answer = await send(api().as(rung().person), rung(), { key: null })
      expect(answer.status).toBe(400)
    })
  }
  if (contract.body) {
    test(`${route} refuses a body with anything wrong in it, naming the field`, async () => {
      const { person, body = {} } = rung()
      for (const { what, body: broken } of brokenBodies(contract, body)) {
        const answer = await send(api().as(person), { ...rung(), body: broken as Record<string, unknown> })
        expect(answer.status, what).toBe(400)
      }
    })
  }
  if (contract.query) {
    test(`${route} refuses a query that it does not know`, async () => {
      const { path, person } = rung()
      const answer = await api()
        .as(person)
        .get(`${path}${path.includes('?') ? '&' : '?'}unknown=1`)
      expect(answer.status).toBe(400)
    })
  }
  if (route.includes('/:')) {
    test(`${route} refuses a parameter that is no id`, async () => {
      const { path, person } = rung()
      const wrong = path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'nothing')
      expect((await send(api().as(person), { ...rung(), path: wrong })).status).toBe(400)
    })
  }
}
