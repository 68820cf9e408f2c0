import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hoursFromNow, type JamsServer, openJamsServer, preparedJam, type TestPerson } from '../../test/jams.ts'
import { openSigner, readConfig } from '../platform/index.ts'
import { jamCommands } from './cli.ts'
import { type TemplateFile, writeTemplate } from './rules/template.ts'

let server: JamsServer
let host: TestPerson
let other: TestPerson
let member: TestPerson
let folder: string
let jam: Awaited<ReturnType<typeof preparedJam>>
let file: string

const HOUR_MS = 3_600_000
const opensAt = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 48 * HOUR_MS).toISOString()
const later = (hours: number): string => new Date(Date.parse(opensAt) + hours * HOUR_MS).toISOString()
const fileOf = async (): Promise<string> => (await server.as(host).get(`${jam.path}/template`)).text
const begin = (by: TestPerson, given: Record<string, unknown> = {}) =>
  server.as(by).post('/api/jams/from-template', {
    hubId: server.hubs.north,
    title: 'Again',
    opensAt,
    file,
    trusts: null,
    ...given,
  })

beforeAll(async () => {
  server = await openJamsServer()
  host = await server.person('host')
  other = await server.person('host')
  member = await server.person('member')
  folder = await mkdtemp(join(tmpdir(), 'dandelion-template-'))
  const dates = { opensAt: null, rateAt: hoursFromNow(24), closesAt: hoursFromNow(48), archiveAt: null }
  jam = await preparedJam(server, host, { dates, lobby: 'link' })
  await server
    .as(host)
    .post(`${jam.path}/seeds`, { forumId: jam.forumId, title: 'A first thought', body: '*So* it is.' })
  await server.as(host).post(`${jam.path}/open`, { reason: null })
  await server.as(member).post(`/api/forums/${jam.forumId}/contributions`, { title: 'Words of a member', body: '' })
  file = await fileOf()
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await server.close()
})

describe('a jam like another one', () => {
  test('has its forums, seeds, spans and promise, its own host and a lobby link of its own', async () => {
    const copy = { title: 'A second round', opensAt }
    const { status, body } = await server.as(host).post(`${jam.path}/copies`, copy)
    expect(status).toBe(200)
    const before = (await server.as(host).get(jam.path)).body
    expect(body.jam).toMatchObject({ title: 'A second round', question: before.jam.question, phase: 'prepare' })
    expect(body.jam.dates).toEqual({ opensAt, rateAt: later(24), closesAt: later(48), archiveAt: null })
    expect(body.promise.text).toBe(before.promise.text)
    expect(body.hosts.map(({ id }: TestPerson) => id)).toEqual([host.id])
    expect(body.audience).toEqual(before.audience)
    expect(body.forums).toMatchObject([{ title: 'Everyday', question: 'What helps?' }])
    expect(body.lobbyLink).not.toBe(before.lobbyLink)
    expect(body.missing).toEqual([])
    const { items } = (await server.as(host).get(`/api/venues/${body.jam.id}/contributions`)).body
    expect(items).toMatchObject([{ title: 'A first thought', seed: true }])
  })

  test('is begun by hosts of the jam alone', async () => {
    const asked = (who: TestPerson) => server.as(who).post(`${jam.path}/copies`, { title: 'Mine', opensAt })
    expect((await asked(other)).status).toBe(403)
    expect((await asked(member)).status).toBe(403)
    expect((await server.as(null).post(`${jam.path}/copies`, { title: 'Mine', opensAt })).status).toBe(401)
  })

  test('does not open in the past', async () => {
    const past = { title: 'Too late', opensAt: hoursFromNow(-1) }
    const { status, body } = await server.as(host).post(`${jam.path}/copies`, past)
    expect([status, body.error.key]).toEqual([422, 'jam.dates.past'])
  })
})

describe('the file of a set-up', () => {
  test('is for hosts, and holds no word of those who took part, no person, no hub and no id', async () => {
    expect((await server.as(other).get(`${jam.path}/template`)).status).toBe(403)
    expect((await server.as(null).get(`${jam.path}/template`)).status).toBe(401)
    expect(file).toContain('A first thought')
    expect(file).not.toContain('Words of a member')
    expect(file).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/)
  })

  test('is the same file each time, and begins a jam with the same set-up', async () => {
    const { status, body } = await begin(other)
    expect([status, body.hosts.map(({ id }: TestPerson) => id)]).toEqual([200, [other.id]])
    const again = (await server.as(other).get(`/api/jams/${body.jam.id}/template`)).text
    const [one, two] = [JSON.parse(file), JSON.parse(again)]
    expect(two.template).toEqual({ ...one.template, title: 'Again' })
  })

  test('is taken with other spaces, and refused with another letter', async () => {
    expect((await begin(host, { file: JSON.stringify(JSON.parse(file)) })).status).toBe(200)
    const changed = await begin(host, { file: file.replace('A first thought', 'A first bought') })
    expect([changed.status, changed.body.error.key]).toEqual([422, 'template.changed'])
    expect(changed.body.error.sentence).toContain('changed after it was signed')
  })

  test.each([
    ['no JSON', '{'],
    ['something else', '{"format":"other"}'],
    ['nothing to read', '[]'],
  ])('is refused when it is %s', async (_, wrong) => {
    const { status, body } = await begin(host, { file: wrong })
    expect([status, body.error.key]).toEqual([422, 'template.unreadable'])
  })

  /** The same set-up, signed by an installation elsewhere. */
  async function foreign(): Promise<{ file: string; key: string }> {
    const signer = openSigner(folder)
    const { signedText } = await import('./rules/template.ts')
    const { template } = JSON.parse(file) as TemplateFile
    const by = { name: 'Elsewhere', key: signer.key }
    return {
      file: writeTemplate({ template, by, signature: signer.sign(signedText({ template, by })) }),
      key: signer.key,
    }
  }

  test('of another installation is taken only once it is said whose it is', async () => {
    const from = await foreign()
    const asked = await begin(host, { file: from.file })
    expect([asked.status, asked.body.error.key]).toEqual([409, 'template.foreign'])
    expect(asked.body.error.sentence).toContain('Elsewhere')
    expect((await begin(host, { file: from.file, trusts: from.key })).status).toBe(200)
  })

  test('of another installation is refused when it was changed, trusted or not', async () => {
    const from = await foreign()
    const forged = await begin(host, { file: from.file.replace('Elsewhere', 'Right here'), trusts: from.key })
    expect([forged.status, forged.body.error.key]).toEqual([422, 'template.changed'])
  })

  test('begins no jam for who may not start one', async () => {
    expect((await begin(member)).body.error.key).toBe('jam.only-hub-hosts-start')
    expect((await server.as(null).post('/api/jams/from-template', {})).status).toBe(401)
  })
})

describe('the command line', () => {
  async function run(name: string, ...args: string[]) {
    const command = jamCommands.find((known) => known.name === name)
    const [out, err] = [new PassThrough(), new PassThrough()]
    const config = readConfig({ DANDELION_DATA: server.api.dataDir })
    const said = [text(out), text(err)] as const
    const { connection } = server
    const code = await command?.run(args, { config, connection, out, err }).finally(() => {
      out.end()
      err.end()
    })
    return { code, out: await said[0], err: await said[1] }
  }

  test('writes the same file, and begins a jam as one says', async () => {
    const path = join(folder, 'template.json')
    expect(await run('jam template export', jam.id, path)).toMatchObject({ code: 0, err: '' })
    const { template } = JSON.parse(await readFile(path, 'utf8'))
    expect(template).toEqual(JSON.parse(file).template)
    const { email } = host as unknown as { email?: string }
    const address = email ?? `${host.id}@example.org`
    await server.root.query(
      `insert into person_address (person_id, email, confirmed_at, created_at) values ($1, $2, now(), now())
       on conflict (person_id) do update set email = excluded.email, confirmed_at = now()`,
      [host.id, address],
    )
    const where = ['--hub', server.hubs.north, '--host', address, '--opens', opensAt]
    const begun = await run('jam template import', path, ...where)
    expect(begun.out).toMatch(/^Begun as [0-9a-f-]{36}\.\n$/)
    const id = begun.out.slice(9, 45)
    expect((await server.as(host).get(`/api/jams/${id}`)).body).toMatchObject({ forums: [{ title: 'Everyday' }] })
  })

  test('tells whose a file of another installation is', async () => {
    const path = join(folder, 'forged.json')
    await writeFile(path, file.replace('A first thought', 'Another thought'))
    const where = ['--hub', server.hubs.north, '--host', 'x@example.org', '--opens', opensAt]
    expect((await run('jam template import', path, ...where)).err).toContain('changed after it was signed')
  })
})
