import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestApi } from '../../test/api.ts'
import { aWorld, type World, type WorldHub, type WorldPerson } from '../../test/world.ts'

let api: TestApi
let world: World
let north: WorldHub
let lake: WorldHub
let south: WorldHub
let host: WorldPerson
let member: WorldPerson
let guest: WorldPerson

beforeAll(async () => {
  api = await openTestServer()
  world = await aWorld(api)
  north = await world.hub('North')
  lake = await world.hub('Lake', north)
  south = await world.hub('South')
  host = await world.person('Hedda Host', { hub: north, role: 'host' })
  member = await world.person('Mia Member', { hub: south })
  guest = await world.person('Gil Guest', { hub: lake, role: 'guest' })
})
afterAll(async () => {
  await world.close()
  await api.close()
})

const wish = (name: string) => ({ name, locales: ['en', 'de'], timeZone: 'Europe/Vienna' })
const names = (list: { name: string }[]) => list.map(({ name }) => name)

describe('the tree', () => {
  test('a member sees all hubs, and where hubs may be added', async () => {
    const seen = await api.as(host).get('/api/hubs')
    expect(names(seen.body.hubs)).toEqual(['Meadow', 'North', 'Lake', 'South'])
    expect(new Set(seen.body.may.addUnder)).toEqual(new Set([north.id, lake.id]))
  })

  test('a guest sees the hub they were invited to and the names of those above, and adds nothing', async () => {
    const seen = await api.as(guest).get('/api/hubs')
    expect(names(seen.body.hubs)).toEqual(['Meadow', 'North', 'Lake'])
    expect(seen.body.hubs[1]).toMatchObject({ name: 'North', people: 0, guests: 0, imported: 0, role: null })
    expect(seen.body.hubs[2]).toMatchObject({ name: 'Lake', guests: 1, role: 'guest' })
    expect(seen.body.may.addUnder).toEqual([])
  })

  test('a hub that is closed to a guest is as absent as one that never was', async () => {
    const none = await api.as(guest).get('/api/hubs/01890000-0000-7000-8000-000000000000')
    for (const hub of [world.core, north, south]) {
      const closed = await api.as(guest).get(`/api/hubs/${hub.id}`)
      expect([closed.status, closed.text]).toEqual([404, none.text])
    }
  })

  test('a hub tells where it lies, what lies below, who its hosts are and what I may do', async () => {
    const seen = await api.as(member).get(`/api/hubs/${north.id}`)
    expect(names(seen.body.path)).toEqual(['Meadow', 'North'])
    expect(names(seen.body.children)).toEqual(['Lake'])
    expect(names(seen.body.hosts)).toEqual(['Hedda Host'])
    expect(seen.body.may.join).toEqual({ ok: true })
    expect(seen.body.may.edit).toMatchObject({ ok: false, because: 'hub.only-hosts' })
    expect(seen.body.may.edit.sentence).toContain('hosts')
  })
})

describe('adding and changing', () => {
  test('a host adds a hub below their own, a member does not', async () => {
    const added = await api.as(host).post('/api/hubs', { parentId: lake.id, hub: wish('Pier') })
    expect(added.body).toMatchObject({ name: 'Pier', parentId: lake.id, locales: ['en', 'de'] })
    const refused = await api.as(member).post('/api/hubs', { parentId: lake.id, hub: wish('Beach') })
    expect([refused.status, refused.body.error.key]).toEqual([403, 'hub.only-hosts'])
  })

  test('a host adds nothing beside their hub, and a guest finds no place to add to', async () => {
    const beside = await api.as(host).post('/api/hubs', { parentId: south.id, hub: wish('Dunes') })
    const closed = await api.as(guest).post('/api/hubs', { parentId: south.id, hub: wish('Dunes') })
    expect([beside.status, closed.status]).toEqual([403, 404])
  })

  test('beside one another, names are taken whatever their case, also at the same moment', async () => {
    const body = { parentId: world.core.id, hub: wish('East') }
    const again = { parentId: world.core.id, hub: wish('EAST') }
    const asker = api.as(world.owner)
    const answers = await Promise.all([asker.post('/api/hubs', body), asker.post('/api/hubs', again)])
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409])
  })

  test('a hub changes its name unless a hub beside it has that', async () => {
    const dock = await world.hub('Dock', north)
    const renamed = await api.as(host).put(`/api/hubs/${dock.id}`, wish('Harbour'))
    expect(renamed.body.name).toBe('Harbour')
    const taken = await api.as(host).put(`/api/hubs/${dock.id}`, wish('lake'))
    expect([taken.status, taken.body.error.key]).toEqual([409, 'hub.name-taken'])
    const itself = await api.as(host).put(`/api/hubs/${dock.id}`, wish('HARBOUR'))
    expect(itself.body.name).toBe('HARBOUR')
    expect((await api.as(member).put(`/api/hubs/${dock.id}`, wish('Mine'))).status).toBe(403)
  })

  test('a time zone or a language that does not exist is refused', async () => {
    const zone = { parentId: north.id, hub: { ...wish('A'), timeZone: 'Mars/Olympus' } }
    expect((await api.as(host).post('/api/hubs', zone)).body.error.key).toBe('time-zone.unknown')
    const language = { parentId: north.id, hub: { ...wish('A'), locales: ['en-u'] } }
    expect((await api.as(host).post('/api/hubs', language)).status).toBe(400)
  })
})

describe('joining and leaving', () => {
  test('a member joins, makes the hub their home, and leaves the one before', async () => {
    const wanderer = await world.person('Wanda', { hub: south })
    const asker = api.as(wanderer)
    const staying = await asker.delete(`/api/hubs/${south.id}/membership`)
    expect(staying.body.error.key).toBe('hub.home-stays')
    const joined = await asker.put(`/api/hubs/${north.id}/membership`, { home: false })
    expect(joined.body).toMatchObject({ role: 'member', home: false })
    const home = await asker.put(`/api/hubs/${north.id}/membership`, { home: true })
    expect(home.body.home).toBe(true)
    const left = await asker.delete(`/api/hubs/${south.id}/membership`)
    expect(left.body).toMatchObject({ role: null, home: false })
    expect((await asker.get('/api/me')).body.person.homeHub).toBe('North')
  })

  test('a host who makes the hub their home stays its host', async () => {
    const answer = await api.as(host).put(`/api/hubs/${north.id}/membership`, { home: true })
    expect(answer.body.role).toBe('host')
  })

  test('a guest joins nothing on their own, not even the hub they are a guest of', async () => {
    const own = await api.as(guest).put(`/api/hubs/${lake.id}/membership`, { home: true })
    expect([own.status, own.body.error.key]).toEqual([403, 'hub.guests-by-invitation'])
    expect((await api.as(guest).put(`/api/hubs/${south.id}/membership`, { home: false })).status).toBe(404)
  })

  test('whoever is not in a hub does not leave it', async () => {
    const answer = await api.as(member).delete(`/api/hubs/${lake.id}/membership`)
    expect(answer.body.error.key).toBe('hub.not-in')
  })
})

describe('people', () => {
  test('the people of a hub come by name in pages, each once', async () => {
    const crowd = await world.hub('Crowd')
    for (const name of ['ada', 'Bob', 'Bob', 'Ämilie', 'Zoe']) await world.person(name, { hub: crowd })
    const seen: string[] = []
    let after = ''
    for (let pages = 0; pages < 4; pages++) {
      const page = await api.as(member).get(`/api/hubs/${crowd.id}/people?limit=2${after && `&after=${after}`}`)
      seen.push(...names(page.body.people))
      after = page.body.next ?? ''
      if (!after) break
    }
    expect(seen).toEqual(['ada', 'Bob', 'Bob', 'Zoe', 'Ämilie'])
    const found = await api.as(member).get(`/api/hubs/${crowd.id}/people?query=BO`)
    expect(names(found.body.people)).toEqual(['Bob', 'Bob'])
  })

  test('what stands in a search is taken as letters', async () => {
    expect((await api.as(member).get('/api/people?query=%25')).body.people).toEqual([])
    expect((await api.as(member).get("/api/people?query=';drop")).body.people).toEqual([])
  })

  test('members are found all over the organisation, guests are not among them', async () => {
    const found = await api.as(member).get('/api/people?query=hedda')
    expect(found.body.people).toEqual([expect.objectContaining({ id: host.id, hub: 'North', role: null })])
    expect((await api.as(member).get('/api/people?query=gil')).body.people).toEqual([])
  })

  test('a guest is shown no directory', async () => {
    const own = await api.as(guest).get(`/api/hubs/${lake.id}/people`)
    const all = await api.as(guest).get('/api/people')
    expect([own.body.error.key, all.body.error.key]).toEqual(['people.not-for-guests', 'people.not-for-guests'])
    expect((await api.as(guest).get(`/api/hubs/${south.id}/people`)).status).toBe(404)
  })

  test('a host makes a member host and back, a member does not', async () => {
    const person = await world.person('Rolf', { hub: lake })
    const at = `/api/hubs/${lake.id}/people/${person.id}`
    expect((await api.as(host).put(at, { role: 'host' })).body.role).toBe('host')
    expect((await api.as(member).put(at, { role: 'member' })).status).toBe(403)
    expect((await api.as(host).put(at, { role: 'guest' })).body.error.key).toBe('role.member-stays-member')
    expect((await api.as(host).put(at, { role: 'member' })).body.role).toBe('member')
  })

  test('a host takes a person out of the hub; whoever is not in it cannot be taken out', async () => {
    const person = await world.person('Tom', { hub: lake })
    const at = `/api/hubs/${lake.id}/people/${person.id}`
    expect((await api.as(member).delete(at)).status).toBe(403)
    expect((await api.as(host).delete(at)).body).toEqual({ removed: true })
    expect((await api.as(host).delete(at)).status).toBe(404)
    expect((await api.as(person).get('/api/me')).body.person.homeHub).toBeNull()
  })

  test('leaving and being taken out are told on the topic of the person, so that streams are cut', async () => {
    const person = await world.person('Uli', { hub: lake })
    await api.as(host).delete(`/api/hubs/${lake.id}/people/${person.id}`)
    const text = `select type, topics from event where topics @> array[$1] order by id desc limit 1`
    const told = await world.database.transaction({ role: 'jobs' }, (tx) => tx.row(text, [`person:${person.id}`]))
    expect(told).toEqual({ type: 'membership.ended', topics: [`hub:${lake.id}`, `person:${person.id}`] })
  })
})

describe('administration', () => {
  const paths = ['/api/administration/mail', '/api/administration/jobs']

  test('owners see the lists, nobody else does', async () => {
    for (const path of paths) {
      expect((await api.as(world.owner).get(path)).status).toBe(200)
      for (const person of [host, member, guest]) {
        expect((await api.as(person).get(path)).body.error.key).toBe('organisation.only-owners')
      }
    }
  })

  test('owners rename the organisation, nobody else does', async () => {
    const body = { name: 'Wide Meadow', locale: 'de', timeZone: 'Europe/Berlin' }
    expect((await api.as(host).put('/api/organisation', body)).status).toBe(403)
    expect((await api.as(world.owner).put('/api/organisation', body)).body).toEqual(body)
    expect((await api.as(null).get('/api/me')).body.organisation).toEqual(body)
  })
})
