import { randomUUID } from 'node:crypto'
import { countVenues } from '../src/conversation/index.ts'
import { startSequencer } from '../src/platform/index.ts'
import { openTestServer } from './api.ts'
import { aWorld, type WorldHub, type WorldPerson } from './world.ts'

export type TestPerson = WorldPerson
type Asking = { readonly link?: string; readonly key?: string; readonly origin?: string }

export type JamsServer = Awaited<ReturnType<typeof openJamsServer>>

/** The server with its counts, and an organisation with a core and two hubs under it. Clocks ring only when a test lets
 *  them. `root` looks behind the product's back. */
export async function openJamsServer() {
  const api = await openTestServer()
  const world = await aWorld(api)
  const [north, south] = [await world.hub('North'), await world.hub('South')]
  const places: Readonly<Record<string, WorldHub>> = {
    [world.core.id]: world.core,
    [north.id]: north,
    [south.id]: south,
  }
  const hubs = { core: world.core.id, north: north.id, south: south.id }
  const root = api.fresh.root
  const { database } = api
  const sequencer = startSequencer({ database, inSequence: countVenues, onError: () => undefined })

  return {
    api,
    database,
    root,
    hubs,
    connection: api.fresh.connection,
    as(person: TestPerson | null, { link, ...asking }: Asking = {}) {
      const asker = api.as(person)
      const at = (path: string) => (link ? `${path}${path.includes('?') ? '&' : '?'}link=${link}` : path)
      return {
        get: (path: string) => asker.get(at(path), asking),
        post: (path: string, body: unknown = {}) => asker.post(at(path), body, asking),
        put: (path: string, body: unknown = {}) => asker.put(at(path), body, asking),
        delete: (path: string) => asker.delete(at(path), asking),
      }
    },
    person: (role: 'member' | 'host' | 'guest' | 'owner', hub: string = hubs.north): Promise<TestPerson> =>
      world.person(`${role} ${randomUUID().slice(0, 4)}`, {
        hub: places[hub] ?? north,
        role: role === 'owner' ? 'member' : role,
        owner: role === 'owner',
      }),
    async close() {
      await sequencer.stop()
      await world.close()
      await api.close()
    },
  }
}

const HOUR_MS = 3_600_000

/** The body that sets a jam up so that it can open: it closes in 24 hours. */
export function setUpOf(hubs: readonly string[], hosts: readonly TestPerson[], change: Record<string, unknown> = {}) {
  return {
    title: 'Values jam',
    question: 'What do we stand for?',
    promise: { decides: 'The board', by: '2027-06-30', text: 'Every theme is answered.' },
    audience: { hubs: [...hubs], guests: false },
    lobby: 'members',
    dates: { opensAt: null, rateAt: null, closesAt: hoursFromNow(24), archiveAt: null },
    hosts: hosts.map((host) => host.id),
    ...change,
  }
}

export function hoursFromNow(hours: number): string {
  return new Date(Date.now() + hours * HOUR_MS).toISOString()
}

/** A jam of a host, set up with one forum, still in preparation. */
export async function preparedJam(server: JamsServer, host: TestPerson, change: Record<string, unknown> = {}) {
  const { hubs } = server
  const begun = await server.as(host).post('/api/jams', { hubId: hubs.north, title: 'Values', question: 'What?' })
  const id: string = begun.body.jam.id
  await server.as(host).post(`/api/jams/${id}/forums`, { title: 'Everyday', question: 'What helps?', hosts: [] })
  const set = await server.as(host).put(`/api/jams/${id}`, setUpOf([hubs.north], [host], change))
  if (set.status !== 200) throw new Error(set.text)
  return { id, path: `/api/jams/${id}`, forumId: set.body.forums[0].id as string }
}

export async function openedJam(server: JamsServer, host: TestPerson, change: Record<string, unknown> = {}) {
  const jam = await preparedJam(server, host, change)
  const opened = await server.as(host).post(`${jam.path}/open`, { reason: null })
  if (opened.status !== 200) throw new Error(opened.text)
  return jam
}
