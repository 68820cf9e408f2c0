import { randomUUID } from 'node:crypto'
import type { Desk } from './keep-writing.ts'

const HOUR_MS = 3_600_000

type Call = { url: string; token?: string }

async function call({ url, token }: Call, route: string, body: unknown): Promise<{ body: Answer; token: string }> {
  const [method = 'POST', path = ''] = route.split(' ')
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      origin: `http://localhost:${new URL(url).port}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      ...(token !== undefined && { cookie: `dandelion=${token}` }),
    },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  if (response.status !== 200) throw new Error(`${route}: ${response.status} ${text}`)
  const given = /dandelion=([A-Za-z0-9_-]{43})/.exec(response.headers.get('set-cookie') ?? '')?.[1]
  return { body: JSON.parse(text) as Answer, token: given ?? token ?? '' }
}

type Answer = {
  readonly coreId: string
  readonly jam: { readonly id: string }
  readonly hosts: readonly { readonly id: string }[]
  readonly forums: readonly { readonly id: string }[]
}

/** The first run of a new installation, up to an open jam in which its owner may write. `said`: what the start printed. */
export async function openDesk(url: string, said: string): Promise<Desk & { jamId: string }> {
  const secret = /token=([A-Za-z0-9_-]{43})/.exec(said)?.[1]
  const owner = { name: 'Owner', email: 'owner@example.org', password: null }
  const organisation = { organisation: 'Meadow', locale: 'en', timeZone: 'Europe/Vienna', hubs: [] }
  const first = await call({ url }, 'POST /api/setup', { token: secret, ...organisation, owner })
  const at = { url, token: first.token }
  const hubId = first.body.coreId
  const begun = (await call(at, 'POST /api/jams', { hubId, title: 'Values', question: 'Which?' })).body
  const jamId = begun.jam.id
  const { forums } = (await call(at, `POST /api/jams/${jamId}/forums`, { title: 'All', question: '', hosts: [] })).body
  await call(at, `PUT /api/jams/${jamId}`, {
    title: 'Values',
    question: 'Which?',
    promise: { decides: 'The board', by: '2027-06-30', text: 'Every theme is answered.' },
    audience: { hubs: [hubId], guests: false },
    lobby: 'members',
    dates: {
      opensAt: null,
      rateAt: null,
      closesAt: new Date(Date.now() + 24 * HOUR_MS).toISOString(),
      archiveAt: null,
    },
    hosts: begun.hosts.map(({ id }) => id),
  })
  await call(at, `POST /api/jams/${jamId}/open`, { reason: null })
  return { url, token: first.token, forumId: forums[0]?.id ?? '', jamId }
}
