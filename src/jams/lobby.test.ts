import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JamsServer, openedJam, openJamsServer, preparedJam, type TestPerson } from '../../test/jams.ts'
import { type Actor, nobody } from '../kernel/index.ts'
import { lobbyOf } from './index.ts'
import type { viewJam } from './view-jam.ts'

let server: JamsServer
let host: TestPerson
let jam: Awaited<ReturnType<typeof openedJam>>
const publicUrl = new URL('http://localhost:4000')

beforeAll(async () => {
  server = await openJamsServer()
  host = await server.person('host')
  jam = await openedJam(server, host, { lobby: 'public' })
  const member = await server.person('member')
  for (const title of ['First', 'Second', 'Third']) {
    await server.as(member).post(`/api/forums/${jam.forumId}/contributions`, { title, body: '' })
  }
  const listed = await server.as(null).get(`/api/venues/${jam.id}/contributions`)
  const oldest = listed.body.items.at(-1).id
  await server.as(member).post(`/api/contributions/${oldest}/replies`, { kind: 'build', body: 'And more' })
})
afterAll(() => server.close())

/** Work as somebody who has not signed in. */
function asStranger<T>(work: (ctx: Parameters<typeof viewJam>[0]) => Promise<T>): Promise<T> {
  const opening = [{ text: 'select open_as(null, null) as actor' }]
  return server.database.transaction({ role: 'app', opening }, (tx) =>
    work({ actor: nobody as Actor, tx, now: tx.now, say: (key) => key }),
  )
}

const titles = (items: readonly { title: string | null }[]) => items.map((item) => item.title)

test('the lobby shows the latest contributions, and those with the latest answers', async () => {
  const lobby = await asStranger((ctx) => lobbyOf(ctx, { jamId: jam.id, publicUrl }))
  expect(titles(lobby.latest)).toEqual(['Third', 'Second', 'First'])
  expect(titles(lobby.mostActive)).toEqual(['First', 'Third', 'Second'])
})

test('a visitor of the lobby is told to sign in to take part', async () => {
  const lobby = await asStranger((ctx) => lobbyOf(ctx, { jamId: jam.id, publicUrl }))
  expect(lobby.jam.may.contribute).toMatchObject({ ok: false, because: 'venue.sign-in-to-take-part' })
})

test('the lobby of a jam that has not opened is not found', async () => {
  const prepared = await preparedJam(server, host, { lobby: 'public' })
  await expect(asStranger((ctx) => lobbyOf(ctx, { jamId: prepared.id, publicUrl }))).rejects.toThrow('not-found')
})
