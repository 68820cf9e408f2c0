import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JamsServer, openedJam, openJamsServer, type TestPerson } from '../jams.ts'
import { type LiveReader, openReader } from '../live-reader.ts'
import { scale } from './all-contracts.ts'

const REVOCATIONS = 100 * scale
/** The promise is 1 s on a quiet machine; the figure is printed. */
const PATIENCE_MS = 5_000

let server: JamsServer
let host: TestPerson
let venue: { id: string; forumId: string }

beforeAll(async () => {
  server = await openJamsServer()
  host = await server.person('host')
  venue = await openedJam(server, host)
})
afterAll(() => server.close())

type Watching = { readonly person: TestPerson; readonly reader: LiveReader }

async function watch(): Promise<Watching> {
  const person = await server.person('member')
  const url = new URL(`/api/live?topics=venue:${venue.id},forum:${venue.forumId}`, server.api.url).href
  return { person, reader: await openReader({ url, headers: { cookie: `dandelion=${person.token}` } }) }
}

const say = () => server.as(host).post(`/api/forums/${venue.forumId}/contributions`, { title: 'After', body: '' })

/** Milliseconds from the answer that took the right to the end of the stream, or undefined when it went on. */
async function endAfter(reader: LiveReader, revoke: () => Promise<{ status: number }>): Promise<number | undefined> {
  expect((await revoke()).status).toBe(200)
  const at = performance.now()
  const patience = new Promise<undefined>((resolve) => {
    setTimeout(resolve, PATIENCE_MS, undefined).unref()
  })
  return Promise.race([reader.ended.then(() => performance.now() - at), patience])
}

test(
  `${REVOCATIONS} people who lose their right hear nothing more within a second`,
  async () => {
    const watching = await Promise.all(Array.from({ length: REVOCATIONS }, watch))
    const staying = await watch()
    const remove = ({ person }: Watching) =>
      server.as(host).delete(`/api/hubs/${server.hubs.north}/people/${person.id}`)
    const signOut = ({ person }: Watching) => server.as(person).post('/api/sign-out')
    const times = await Promise.all(
      watching.map((one, at) => endAfter(one.reader, () => (at % 2 === 0 ? remove(one) : signOut(one)))),
    )
    const heard = watching.map(({ reader }) => reader.frames.length)
    const posted = await say()
    // Whoever stays hears of it: by then the others would have, too.
    await staying.reader.until(() => JSON.stringify(staying.reader.frames).includes(posted.body.id))
    staying.reader.close()
    const later = watching.filter(({ reader }, at) => reader.frames.length > (heard[at] ?? 0)).length
    const sorted = times.map((time) => time ?? Number.POSITIVE_INFINITY).toSorted((a, b) => a - b)
    const p99 = sorted[Math.floor(sorted.length * 0.99)] ?? 0
    console.log(
      `S4: ${REVOCATIONS} revocations, ${later} later deliveries, median ${sorted[Math.floor(sorted.length / 2)]?.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`,
    )
    expect({ later, goOn: times.filter((time) => time === undefined).length }).toEqual({ later: 0, goOn: 0 })
  },
  120_000 * scale,
)

test('negative control: a right that is taken where nobody is told leaves the stream open', async () => {
  const { person, reader } = await watch()
  const time = await endAfter(reader, async () => {
    await server.root.query('delete from membership where person_id = $1', [person.id])
    return { status: 200 }
  })
  reader.close()
  expect(time).toBeUndefined()
}, 30_000)
