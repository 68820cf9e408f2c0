import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { jamFileOf } from '../../test/jam-arbitrary.ts'
import { type JamsServer, openedJam, openJamsServer, setUpOf, type TestPerson } from '../../test/jams.ts'
import { hashToken, openSealer } from '../platform/index.ts'
import { importJam } from './import-jam.ts'
import { type LobbyLinks, lobbyLinks, sealLinks } from './index.ts'
import { formatLine } from './rules/jam-lines.ts'

let server: JamsServer
let host: TestPerson
let folder: string
/** Links of an installation with another key than the server's. */
let others: LobbyLinks

beforeAll(async () => {
  server = await openJamsServer()
  host = await server.person('host')
  folder = await mkdtemp(path.join(os.tmpdir(), 'links-'))
  others = lobbyLinks(openSealer(folder, 'link-key'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await server.close()
})

const shown = async (at: string): Promise<string | null> => {
  const { lobbyLink } = (await server.as(host).get(at)).body
  return lobbyLink && new URL(lobbyLink).searchParams.get('link')
}
const opens = async (at: string, link: string): Promise<number> => (await server.as(null, { link }).get(at)).status

/** Everything that the database holds of a jam, as whoever has a back-up reads it. */
async function kept(jamId: string): Promise<string> {
  const { rows } = await server.root.query(
    `select row_to_json(j)::text as row, encode(coalesce(j.link_sealed, ''), 'escape') as sealed from jam as j where id = $1`,
    [jamId],
  )
  return JSON.stringify(rows)
}

test('hosts are shown the link, whoever has it reads, and the database does not hold it', async () => {
  const jam = await openedJam(server, host, { lobby: 'link' })
  const link = (await shown(jam.path)) ?? ''
  expect(Buffer.from(link, 'base64url')).toHaveLength(16)
  expect(await opens(jam.path, link)).toBe(200)
  expect(await kept(jam.id)).not.toContain(link)
  // What is kept opens nothing when it is brought as a link.
  for (const word of [hashToken(link).toString('hex'), hashToken(link).toString('base64url')])
    expect(await opens(jam.path, word)).toBe(404)
  // The control: in plain text it would be seen.
  await server.root.query('update jam set link_token = $2 where id = $1', [jam.id, link])
  expect(await kept(jam.id)).toContain(link)
  await server.root.query('update jam set link_token = null where id = $1', [jam.id])
})

test('a link from before they were sealed stays as it is, and is in plain text no more', async () => {
  const jam = await openedJam(server, host, { lobby: 'link' })
  const link = 'AAAAAAAAAAAAAAAAAAAAAA'
  // As the migration leaves it.
  await server.root.query(
    `update jam set link_token = $2, link_sealed = null, link_hash = sha256(convert_to($2, 'UTF8')) where id = $1`,
    [jam.id, link],
  )
  expect(await opens(jam.path, link)).toBe(200)
  await sealLinks(server.database, others)
  expect(await kept(jam.id)).not.toContain(link)
  expect(await opens(jam.path, link)).toBe(200)
  const { rows } = await server.root.query('select link_sealed from jam where id = $1', [jam.id])
  expect(others.open(jam.id, rows[0].link_sealed)).toBe(link)
})

test('where the key is lost hosts are shown no link and make a new one', async () => {
  const jam = await openedJam(server, host, { lobby: 'link' })
  const { sealed } = others.make(jam.id)
  await server.root.query('update jam set link_sealed = $2 where id = $1', [jam.id, sealed])
  expect(await shown(jam.path)).toBeNull()
  const { body } = await server.as(host).get(jam.path)
  const set = setUpOf(
    body.audience.hubs.map(({ id }: { id: string }) => id),
    [host],
    { lobby: 'link', dates: body.jam.dates, promise: body.promise, title: body.jam.title, question: body.jam.question },
  )
  expect((await server.as(host).put(jam.path, set)).status).toBe(200)
  expect(await opens(jam.path, (await shown(jam.path)) ?? '')).toBe(200)
})

test('an imported jam whose lobby is open by link is given one when a server looks', async () => {
  const lines = jamFileOf(11).map((line) => (line.type === 'jam' ? { ...line, lobby: 'link' as const } : line))
  const open = async function* () {
    for (const line of lines) yield formatLine(line).trimEnd()
  }
  const { jamId } = await importJam(server.database, { open, newTitle: 'From a file' })
  await sealLinks(server.database, others)
  const { rows } = await server.root.query('select link_sealed, link_hash from jam where id = $1', [jamId])
  const link = others.open(jamId, rows[0].link_sealed) ?? ''
  expect(Buffer.from(link, 'base64url')).toHaveLength(16)
  expect(rows[0].link_hash).toEqual(hashToken(link))
})
