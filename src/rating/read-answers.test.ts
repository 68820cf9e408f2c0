import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JamsServer, openJamsServer, type TestPerson } from '../../test/jams.ts'
import { type RatedJam, rateAll, ratedJam } from '../../test/rating.ts'
import { findRatedIdeas, readAnswers } from './store/counting.ts'

const PEOPLE = 12

let server: JamsServer
let jam: RatedJam

beforeAll(async () => {
  server = await openJamsServer()
  const [host, author] = [await server.person('host'), await server.person('member')]
  jam = await ratedJam(server, { host, author, ideas: 3 })
  const people = await Promise.all(Array.from({ length: PEOPLE }, (): Promise<TestPerson> => server.person('member')))
  for (const [at, person] of people.entries())
    await rateAll(server, person, { jam, say: () => ({ impact: 1 + (at % 5), feasibility: 2, helps: true }) })
})
afterAll(() => server.close())

test('ballots that are read in slices are the same, each once', async () => {
  const read = (atOnce?: number) =>
    server.database.transaction({ role: 'jobs' }, async (tx) => {
      const ideas = await findRatedIdeas(tx, jam.id)
      return readAnswers(tx, jam.id, { ideas, ...(atOnce && { atOnce }) })
    })
  const ordered = (slices: Awaited<ReturnType<typeof read>>): string[] =>
    slices
      .flat()
      .map(({ name, answers }) => [name, ...answers.toSorted()].join(' '))
      .toSorted()
  const [whole, sliced] = [await read(), await read(1)]
  expect([whole.length, sliced.length]).toEqual([1, PEOPLE])
  expect(whole.flat().map(({ answers }) => answers.length)).toEqual(Array(PEOPLE).fill(3))
  expect(ordered(sliced)).toEqual(ordered(whole))
})
