import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JamsServer, openJamsServer, type TestPerson } from '../../test/jams.ts'
import { countedNow, type RatedJam, rateAll, ratedJam } from '../../test/rating.ts'

let server: JamsServer
let host: TestPerson
let owner: TestPerson
let author: TestPerson
let people: TestPerson[]

beforeAll(async () => {
  server = await openJamsServer()
  host = await server.person('host')
  owner = await server.person('owner')
  author = await server.person('member')
  people = await Promise.all(Array.from({ length: 6 }, () => server.person('member')))
})
afterAll(() => server.close())

const POINTS = [5, 4, 1, 3, 2, 5]

/** A jam that is rated: the person at place n gives what stands in `POINTS` at the place that `turn` says. */
async function world(turn: (at: number) => number): Promise<RatedJam> {
  const jam = await ratedJam(server, { host, author, ideas: 4 })
  for (const [at, person] of people.entries()) {
    const impact = POINTS[turn(at)] ?? 1
    const say = (id: string) => ({ impact, feasibility: 1 + (jam.ideas.indexOf(id) % 5), helps: impact > 3 })
    await rateAll(server, person, { jam, say })
  }
  return jam
}

/** Everything that hosts, owners and others can read of a jam, without what differs between any two jams: ids and times. */
async function seenOf(jam: RatedJam): Promise<string[]> {
  const paths = ['', '/ideas', '/rating', '/ballot', '/ballot/rated', '/mine', '/export?format=jsonl', '/reports']
  const read: string[] = []
  for (const who of [host, owner, author]) {
    for (const path of paths) {
      const { status, text } = await server.as(who).get(`${jam.path}${path}`)
      read.push(`${path} ${status} ${withoutIds(text)}`)
    }
  }
  return read
}

function withoutIds(text: string): string {
  const numbers = new Map<string, number>()
  const numbered = text.replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
    if (!numbers.has(id)) numbers.set(id, numbers.size)
    return `id${numbers.get(id)}`
  })
  return numbered.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then').replaceAll(/"cursor":\d+/g, '"cursor":0')
}

test('two worlds that differ only in who rated what look the same on every screen and in every export', async () => {
  const [one, other] = [await world((at) => at), await world((at) => (at + 1) % POINTS.length)]
  expect(await seenOf(one)).toEqual(await seenOf(other))
  for (const jam of [one, other]) await countedNow(server, host, jam)
  const [first, second] = [await seenOf(one), await seenOf(other)]
  expect(first).toEqual(second)
  expect(first.join(' ')).toContain('"rank":1')
})

test('the same looking tells worlds apart that differ in what was rated (the negative control)', async () => {
  const [one, other] = [await world((at) => at), await world(() => 0)]
  for (const jam of [one, other]) await countedNow(server, host, jam)
  expect(await seenOf(one)).not.toEqual(await seenOf(other))
})
