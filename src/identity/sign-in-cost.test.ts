import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.ts'
import { aWorld, type World } from '../../test/world.ts'
import { nobody } from '../kernel/index.ts'
import { mount, openAttempts, openHttp } from '../platform/index.ts'
import { openPasswords } from './passwords.ts'
import { identityRoutes } from './routes.ts'

const publicUrl = new URL('http://localhost:4000')
const cheap = openPasswords({ memoryKib: 8, passes: 1, parallelism: 1 })

/** The real routes, with a count of the hashes that are computed. */
async function openCounting() {
  const fresh = await freshDatabase()
  const database = fresh.open(fresh.connection)
  const counted = { hashes: 0 }
  const verify: typeof cheap.verify = (password, stored) => {
    counted.hashes += 1
    return cheap.verify(password, stored)
  }
  const sayFor = () => (key: string) => key
  const app = await openHttp({ publicUrl, trustedProxies: [], log: pino({ level: 'silent' }), sayTo: sayFor })
  mount(app, identityRoutes({ passwords: { ...cheap, verify }, attempts: openAttempts(database), publicUrl }), {
    database,
    publicUrl,
    opening: () => ({ text: 'select null as actor' }),
    actorOf: () => nobody,
    openingTogether: () => ({ text: 'select null as askers' }),
    askersOf: () => [],
    sayFor,
    localeOf: () => 'en',
  })
  const hashesFor = async (email: string, password: string): Promise<number> => {
    counted.hashes = 0
    await app.inject({
      method: 'POST',
      url: '/api/sign-in',
      headers: { origin: publicUrl.origin },
      payload: { email, password },
    })
    return counted.hashes
  }
  return {
    fresh,
    hashesFor,
    close: () =>
      app
        .close()
        .then(() => database.close())
        .then(() => fresh.drop()),
  }
}

let counting: Awaited<ReturnType<typeof openCounting>>
let world: World

beforeAll(async () => {
  counting = await openCounting()
  world = await aWorld(counting)
})
afterAll(async () => {
  await world.close()
  await counting.close()
})

test('whatever is known of an address, and wherever the password fits, as many hashes are computed', async () => {
  const { hashesFor } = counting
  const passwordHash = await cheap.hash('right')
  const confirmed = await world.person('Anna', { passwordHash })
  const byLinks = await world.person('Ben')
  const claimed = 'claimed@example.org'
  for (const name of ['Cora', 'Dan', 'Eve', 'Finn']) {
    await world.person(name, { email: claimed, passwordHash, confirmed: false })
  }
  const counts = [
    await hashesFor('nobody@example.org', 'right'),
    await hashesFor(confirmed.email, 'right'),
    await hashesFor(confirmed.email, 'wrong'),
    await hashesFor(byLinks.email, 'right'),
    await hashesFor(claimed, 'right'),
    await hashesFor(claimed, 'wrong'),
  ]
  expect(counts).toEqual(Array(6).fill(3))
})
