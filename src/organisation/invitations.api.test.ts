import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Asking, openTestServer, type TestApi } from '../../test/api.ts'
import { aWorld, type World, type WorldHub, type WorldPerson } from '../../test/world.ts'

let api: TestApi
let world: World
let north: WorldHub
let south: WorldHub
let host: WorldPerson
let member: WorldPerson

beforeAll(async () => {
  api = await openTestServer({ env: { TRUSTED_PROXIES: '127.0.0.1' } })
  world = await aWorld(api)
  north = await world.hub('North')
  south = await world.hub('South')
  host = await world.person('Hedda Host', { hub: north, role: 'host' })
  member = await world.person('Mia Member', { hub: south })
})
afterAll(async () => {
  await world.close()
  await api.close()
})

let clients = 0
function client(): Asking {
  clients += 1
  return { headers: { 'x-forwarded-for': `203.0.113.${clients}` } }
}

type Wish = { role?: string; maxUses?: number; days?: number; label?: string }
const wish = (given: Wish = {}) => ({ role: 'member', label: 'The team', maxUses: 10, days: 7, ...given })

async function invite(given: Wish = {}) {
  const made = await api.as(host).post(`/api/hubs/${north.id}/invitations`, wish(given))
  const link = new URL(made.body.link)
  return { ...made.body, token: link.searchParams.get('token') ?? '', path: link.pathname }
}

let people = 0
function newcomer(given: Record<string, unknown> = {}) {
  people += 1
  const email = `new${people}@example.org`
  return { name: 'Nora New', email, password: 'a long password', locale: 'en', timeZone: 'Europe/Vienna', ...given }
}

type From = { readonly as?: { token: string }; readonly asking?: Asking }
const redeem = (token: string, person: unknown, { as, asking = client() }: From = {}) =>
  api.as(as ?? null).post('/api/invitation/redeem', { token, person }, asking)

describe('making and revoking', () => {
  test('a host makes a link that is shown once and never listed', async () => {
    const made = await invite()
    expect(made.path).toBe('/invitation')
    expect(made).toMatchObject({ hubId: north.id, role: 'member', uses: 0, maxUses: 10, revoked: false })
    const listed = await api.as(host).get(`/api/hubs/${north.id}/invitations`)
    expect(listed.body.invitations[0]).toMatchObject({ id: made.id, link: null })
    expect(listed.text).not.toContain(made.token)
  })

  test('the same request again shows the same link and makes no second invitation', async () => {
    const at = `/api/hubs/${north.id}/invitations`
    const key = 'the-same-intention'
    const first = await api.as(host).post(at, wish({ label: 'twice' }), { key })
    const second = await api.as(host).post(at, wish({ label: 'twice' }), { key })
    expect(second.text).toBe(first.text)
    const listed = (await api.as(host).get(at)).body.invitations
    expect(listed.filter((each: { label: string }) => each.label === 'twice')).toHaveLength(1)
  })

  test('only the hash of a link is stored', async () => {
    const { id, token } = await invite()
    const text = 'select to_json(i)::text as stored from invitation as i where id = $1'
    const row = await world.database.transaction({ role: 'jobs' }, (tx) => tx.row<{ stored: string }>(text, [id]))
    expect(row?.stored).not.toContain(token)
  })

  test('members and hosts of other hubs neither make, list nor revoke invitations', async () => {
    const other = await world.person('Otto', { hub: south, role: 'host' })
    const { id } = await invite()
    for (const person of [member, other]) {
      const asker = api.as(person)
      expect((await asker.post(`/api/hubs/${north.id}/invitations`, wish())).status).toBe(403)
      expect((await asker.get(`/api/hubs/${north.id}/invitations`)).status).toBe(403)
      expect((await asker.delete(`/api/invitations/${id}`)).status).toBe(404)
    }
  })

  test('an invitation of somebody else is as absent as one that never was', async () => {
    const { id } = await invite()
    const theirs = await api.as(member).delete(`/api/invitations/${id}`)
    const none = await api.as(member).delete('/api/invitations/01890000-0000-7000-8000-000000000000')
    expect(theirs.text).toBe(none.text)
  })

  test('what was revoked opens nothing, and revoking again changes nothing', async () => {
    const { id, token } = await invite()
    expect((await api.as(host).delete(`/api/invitations/${id}`)).body.revoked).toBe(true)
    expect((await api.as(host).delete(`/api/invitations/${id}`)).body.revoked).toBe(true)
    expect((await redeem(token, newcomer())).body.error.key).toBe('invitation.over')
  })
})

describe('what an invitation opens', () => {
  test('its page tells the organisation, the hub and the role', async () => {
    const { token } = await invite({ role: 'guest' })
    const opened = await api.as(null).post('/api/invitation', { token })
    expect(opened.body.invitation).toEqual({ organisation: 'Meadow', hub: 'North', role: 'guest', locale: 'en' })
  })

  test('unknown, used up, expired and revoked links look the same', async () => {
    const used = await invite({ maxUses: 1 })
    await redeem(used.token, newcomer())
    const expired = await invite()
    const text = `update invitation set expires_at = now() - interval '1 second' where id = $1`
    await world.database.transaction({ role: 'jobs' }, (tx) => tx.rows(text, [expired.id]))
    const revoked = await invite()
    await api.as(host).delete(`/api/invitations/${revoked.id}`)
    const texts = new Set<string>()
    for (const token of ['x'.repeat(43), used.token, expired.token, revoked.token]) {
      texts.add((await api.as(null).post('/api/invitation', { token })).text)
    }
    expect([...texts]).toEqual(['{"invitation":null}'])
  })
})

describe('accepting', () => {
  test('of 100 at once, an invitation with one use lets one in', async () => {
    const { token } = await invite({ maxUses: 1 })
    const all = Array.from({ length: 100 }, (_, at) =>
      redeem(token, newcomer(), { asking: { headers: { 'x-forwarded-for': `198.51.100.${at}` } } }),
    )
    const statuses = (await Promise.all(all)).map((answer) => answer.status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    expect(statuses.filter((status) => status === 403)).toHaveLength(99)
  })

  test('somebody new is signed in at once, at home in the hub', async () => {
    const { token } = await invite()
    const answer = await redeem(token, newcomer({ name: 'Petra' }))
    const me = await api.as({ token: answer.token ?? '' }).get('/api/me')
    expect(me.body.person).toMatchObject({ name: 'Petra', guest: false, owner: false, homeHub: 'North' })
  })

  test('an address that somebody has already gets the same answer as one that nobody has', async () => {
    const { token } = await invite()
    const known = await redeem(token, newcomer({ email: member.email }))
    const unknown = await redeem(token, newcomer())
    const shape = (answer: typeof known) => [answer.status, Object.keys(answer.body), answer.text.length]
    expect(shape(known)).toEqual(shape(unknown))
    const profile = await api.as({ token: known.token ?? '' }).get('/api/profile')
    expect(profile.body.personId).not.toBe(member.id)
  })

  test('a guest is marked as such, has no home hub and sees only the hub that was opened', async () => {
    const { token } = await invite({ role: 'guest' })
    const answer = await redeem(token, newcomer())
    const asker = api.as({ token: answer.token ?? '' })
    expect((await asker.get('/api/me')).body.person).toMatchObject({ guest: true, homeHub: null })
    const hubs = (await asker.get('/api/hubs')).body.hubs
    expect(hubs.map((hub: { name: string }) => hub.name)).toEqual(['Meadow', 'North'])
  })

  test('who is signed in joins as themselves; a second time uses nothing up', async () => {
    const { id, token } = await invite({ maxUses: 2 })
    const person = await world.person('Quinn', { hub: south })
    const joined = await redeem(token, null, { as: person })
    expect(joined.body).toEqual({ personId: person.id, hubId: north.id })
    await redeem(token, null, { as: person })
    const listed = (await api.as(host).get(`/api/hubs/${north.id}/invitations`)).body.invitations
    expect(listed.find((each: { id: string }) => each.id === id).uses).toBe(1)
  })

  test('a member who accepts a guest invitation stays a member', async () => {
    const { token } = await invite({ role: 'guest' })
    const person = await world.person('Rita', { hub: south })
    await redeem(token, null, { as: person })
    expect((await api.as(person).get('/api/me')).body.person.guest).toBe(false)
    expect((await api.as(person).get(`/api/hubs/${north.id}`)).body.hub.role).toBe('member')
  })

  test('a guest who accepts a member invitation becomes a member', async () => {
    const { token } = await invite()
    const person = await world.person('Sven', { hub: north, role: 'guest' })
    await redeem(token, null, { as: person })
    const me = await api.as(person).get('/api/me')
    expect(me.body.person).toMatchObject({ guest: false, homeHub: 'North' })
  })

  test('whoever is signed in is not made into somebody new', async () => {
    const { token } = await invite()
    const answer = await redeem(token, newcomer(), { as: member })
    expect([answer.status, answer.body.error.key]).toEqual([409, 'invitation.signed-in'])
  })

  test('nobody in particular accepts nothing', async () => {
    const { token } = await invite()
    expect((await redeem(token, null)).status).toBe(401)
  })

  test('wrong links are limited for one client, and right ones do not count', async () => {
    const { token } = await invite({ maxUses: 100 })
    const from = client()
    const statuses: number[] = []
    for (let tries = 0; tries < 22; tries++) {
      statuses.push((await redeem('y'.repeat(43), newcomer(), { asking: from })).status)
    }
    expect(statuses).toEqual([...Array(20).fill(403), 429, 429])
    const good = client()
    for (let tries = 0; tries < 22; tries++)
      expect((await redeem(token, newcomer(), { asking: good })).status).toBe(200)
  })

  test('one address is claimed three times in 15 minutes, and links that do not hold do not count', async () => {
    const { token } = await invite({ maxUses: 100 })
    const email = 'claimed@example.org'
    for (let tries = 0; tries < 5; tries++) await redeem('z'.repeat(43), newcomer({ email }))
    const statuses: number[] = []
    for (let tries = 0; tries < 4; tries++) statuses.push((await redeem(token, newcomer({ email }))).status)
    expect(statuses).toEqual([200, 200, 200, 429])
  })
})
