import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JamsServer, openJamsServer, preparedJam, type TestPerson } from '../../test/jams.ts'

/** Who reads a jam, said once more without any of the code that decides it, and compared on every way to read one. */
type Reader = {
  readonly name: string
  readonly person: TestPerson | null
  readonly owner?: true
  readonly hosts?: true
  /** Member of the hub that takes part, or of one below it. */
  readonly memberThere?: true
  readonly guestThere?: true
  readonly withLink?: true
}
type Kind = {
  readonly guests: boolean
  readonly lobby: 'members' | 'link' | 'public'
  readonly open: boolean
}
type Made = Kind & { readonly id: string; readonly link: string | undefined; readonly forumId: string }

let server: JamsServer
let readers: Reader[]
const jams: Made[] = []

const KINDS: Kind[] = [false, true].flatMap((open) =>
  [false, true].flatMap((guests) => (['members', 'link', 'public'] as const).map((lobby) => ({ open, guests, lobby }))),
)

beforeAll(async () => {
  server = await openJamsServer()
  const { north, south, core } = server.hubs
  const host = await server.person('host', north)
  readers = [
    { name: 'the owner', person: await server.person('owner', south), owner: true },
    { name: 'its host', person: host, hosts: true },
    { name: 'a member there', person: await server.person('member', north), memberThere: true },
    { name: 'a member elsewhere', person: await server.person('member', south) },
    { name: 'a member of the core', person: await server.person('member', core) },
    { name: 'a guest there', person: await server.person('guest', north), guestThere: true },
    { name: 'a guest elsewhere', person: await server.person('guest', south) },
    { name: 'a guest elsewhere with the link', person: await server.person('guest', south), withLink: true },
    { name: 'a stranger', person: null },
    { name: 'a stranger with the link', person: null, withLink: true },
  ]
  for (const kind of KINDS) jams.push(await make(host, kind))
})
afterAll(() => server.close())

async function make(host: TestPerson, kind: Kind): Promise<Made> {
  const audience = { hubs: [server.hubs.north], guests: kind.guests }
  const jam = await preparedJam(server, host, { audience, lobby: kind.lobby })
  if (kind.open) await server.as(host).post(`${jam.path}/open`, { reason: null })
  const { lobbyLink } = (await server.as(host).get(jam.path)).body
  const link = lobbyLink ? (new URL(lobbyLink).searchParams.get('link') ?? undefined) : undefined
  return { ...kind, id: jam.id, link, forumId: jam.forumId }
}

function reads(reader: Reader, jam: Kind): boolean {
  if (reader.owner || reader.hosts) return true
  if (!jam.open) return false
  if (jam.lobby === 'public' || (jam.lobby === 'link' && reader.withLink)) return true
  return Boolean(reader.memberThere || (reader.guestThere && jam.guests))
}

const JAM = (id: string) => `/api/jams/${id}`

const PATHS = [
  JAM,
  (id: string) => `/api/jams/${id}/mine`,
  (id: string) => `/api/jams/${id}/mine/download?format=json`,
  (id: string) => `/api/venues/${id}/contributions`,
]
const needsSignIn = (path: string) => path.includes('/mine')

/** The link opens the lobby; everything else is asked for without it. */
function through(reader: Reader, pathOf: (id: string) => string): Reader {
  const { withLink, ...without } = reader
  return withLink && pathOf === JAM ? reader : without
}

const asReader = (reader: Reader, jam: Made) =>
  server.as(reader.person, reader.withLink && jam.link ? { link: jam.link } : {})

/** Every reader on every way, compared with what they may read; gives those that differ. */
async function compare(): Promise<string[]> {
  const wrong: string[] = []
  for (const jam of jams) {
    for (const each of readers) {
      for (const pathOf of PATHS) {
        const reader = through(each, pathOf)
        const path = pathOf(jam.id)
        const { status } = await asReader(reader, jam).get(path)
        const expected = needsSignIn(path) && !reader.person ? 401 : reads(reader, jam) ? 200 : 404
        if (status !== expected) wrong.push(`${reader.name} ${path} ${JSON.stringify(jam)}: ${status}, not ${expected}`)
      }
    }
  }
  return wrong
}

test('every way to read a jam is open to those who may, and closed to all others', async () => {
  expect(await compare()).toEqual([])
}, 60_000)

test('negative control: a jam that is seen too early is found out', async () => {
  const hidden = jams.find((jam) => !jam.open && jam.lobby === 'members')
  await server.root.query('update venue set visible = true where id = $1', [hidden?.id])
  const wrong = await compare()
  await server.root.query('update venue set visible = false where id = $1', [hidden?.id])
  expect(wrong).toHaveLength(PATHS.length)
}, 60_000)

test('what may not be seen answers byte for byte like what does not exist', async () => {
  const differing: string[] = []
  for (const jam of jams) {
    for (const each of readers) {
      for (const pathOf of PATHS) {
        const reader = through(each, pathOf)
        if (reads(reader, jam)) continue
        const [unseen, absent] = [
          await asReader(reader, jam).get(pathOf(jam.id)),
          await asReader(reader, jam).get(pathOf(randomUUID())),
        ]
        const same = unseen.status === absent.status && unseen.text === absent.text
        if (!same) differing.push(`${reader.name}: ${unseen.status} ${unseen.text} | ${absent.status} ${absent.text}`)
      }
    }
  }
  expect(differing).toEqual([])
}, 60_000)

test('what may not be seen cannot be changed either, and looks absent', async () => {
  const differing: string[] = []
  const body = { to: 'report', reason: 'Enough' }
  for (const jam of jams) {
    for (const reader of readers.filter((each) => each.person && !reads(each, jam))) {
      const [unseen, absent] = [
        await server.as(reader.person).post(`/api/jams/${jam.id}/move`, body),
        await server.as(reader.person).post(`/api/jams/${randomUUID()}/move`, body),
      ]
      if (unseen.status !== 404 || unseen.text !== absent.text) differing.push(`${reader.name}: ${unseen.text}`)
    }
  }
  expect(differing).toEqual([])
}, 60_000)

test('the list holds the jams a person may read, and no other', async () => {
  for (const reader of readers) {
    const listed = (await server.as(reader.person).get('/api/jams?limit=100')).body.jams
    const seen = jams
      .filter((jam) => reads({ ...reader, withLink: false as unknown as true }, jam))
      .map((jam) => jam.id)
    expect(listed.map((jam: { id: string }) => jam.id).sort(), reader.name).toEqual(seen.sort())
  }
})

test('the link of the lobby is shown to those who run the jam alone', async () => {
  const jam = jams.find((each) => each.open && each.lobby === 'link')
  const shown = await Promise.all(
    readers.map(async (reader) => [
      reader.name,
      (await asReader(reader, jam as Made).get(`/api/jams/${jam?.id}`)).body,
    ]),
  )
  const names = shown.filter(([, body]) => body.lobbyLink).map(([name]) => name)
  expect(names).toEqual(['the owner', 'its host'])
})

test('a link opens its own jam alone', async () => {
  const [one, other] = jams.filter((jam) => jam.open && jam.lobby === 'link')
  const read = await server.as(null, { link: one?.link ?? '' }).get(`/api/jams/${other?.id}`)
  expect(read.status).toBe(404)
})

test('reading a lobby is not taking part', async () => {
  const jam = jams.find((each) => each.open && each.lobby === 'public')
  const elsewhere = readers.find((reader) => reader.name === 'a member elsewhere')
  const body = { title: 'From outside', body: '' }
  const refused = await server.as(elsewhere?.person ?? null).post(`/api/forums/${jam?.forumId}/contributions`, body)
  expect(refused.body.error.key).toBe('venue.not-for-your-hubs')
})

test('a jam is worth the same to read whether or not hidden jams exist', async () => {
  const member = readers.find((reader) => reader.memberThere)?.person ?? null
  const before = await server.as(member).get('/api/jams')
  const hidden = await preparedJam(server, readers.find((reader) => reader.hosts)?.person as TestPerson)
  const after = await server.as(member).get('/api/jams')
  await server.as(readers.find((reader) => reader.hosts)?.person ?? null).delete(hidden.path)
  expect(after.text).toBe(before.text)
})
