import fc from 'fast-check'
import { Compile } from 'typebox/compile'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestApi } from '../../test/api.ts'
import { climb } from '../../test/ladder.ts'
import { aVenue, type WorldVenue } from '../../test/venues.ts'
import { aWorld, type World, type WorldPerson } from '../../test/world.ts'
import type { Contract } from '../kernel/index.ts'
import { newId } from '../platform/index.ts'
import { FoldPage, FoldView, foldsContract } from './contract.ts'

let api: TestApi
let world: World
let host: WorldPerson
let member: WorldPerson
let other: WorldPerson
let stranger: WorldPerson
let venue: WorldVenue
let ids: string[]
let actId: string

const post = async (who: WorldPerson, title: string, at = venue): Promise<string> =>
  (await api.as(who).post(`/api/forums/${at.forumId}/contributions`, { title, body: '' })).body.id
const foldPath = (id = '') => `/api/contributions/${id}/fold`
const view = async (who: WorldPerson, id = ''): Promise<FoldView> => (await api.as(who).get(foldPath(id))).body
const together = async (id = ''): Promise<string[]> =>
  (await api.as(host).get(`${foldPath(id)}/contributions`)).body.items.map((item: { id: string }) => item.id)
const fold = (who: WorldPerson, a = '', b = '') => api.as(who).post(foldPath(a), { otherId: b })
const undo = (who: WorldPerson, id = '') => api.as(who).post(`/api/fold-acts/${id}/undo`)

beforeAll(async () => {
  api = await openTestServer()
  world = await aWorld(api)
  host = await world.person('Host', { role: 'host' })
  member = await world.person('Member')
  other = await world.person('Other')
  stranger = await world.person('Stranger', { hub: null })
  venue = await aVenue(world, host)
  ids = []
  for (const title of ['one', 'two', 'three', 'four']) ids.push(await post(member, title))
  ids.push(await post(other, 'five'))
  actId = (await fold(host, ids[0], ids[1])).body.acts[0].id
})
afterAll(async () => {
  await world.close()
  await api.close()
})

const acts: Record<string, () => { path: string; body: Record<string, unknown> }> = {
  'POST /api/contributions/:contributionId/fold': () => ({ path: foldPath(ids[2]), body: { otherId: ids[3] ?? '' } }),
  'POST /api/contributions/:contributionId/fold/apart': () => ({
    path: `${foldPath(ids[2])}/apart`,
    body: { whole: false },
  }),
  'POST /api/fold-acts/:actId/undo': () => ({ path: `/api/fold-acts/${actId}/undo`, body: {} }),
}
const own: typeof acts = {
  'POST /api/contributions/:contributionId/fold/alone': () => ({ path: `${foldPath(ids[4])}/alone`, body: {} }),
}
const reads: Record<string, () => string> = {
  'GET /api/venues/:venueId/folds': () => `/api/venues/${venue.id}/folds?ids=${ids[0]}`,
  'GET /api/contributions/:contributionId/fold': () => foldPath(ids[0]),
  'GET /api/contributions/:contributionId/fold/contributions': () => `${foldPath(ids[0])}/contributions`,
}

describe('the ladder', () => {
  for (const [route, contract] of Object.entries(foldsContract as Record<string, Contract>)) {
    const rung = () => ({ path: reads[route]?.() ?? '', person: host, ...acts[route]?.(), ...own[route]?.() })
    climb(() => api, { route, contract, rung })
  }
})

for (const [route, act] of Object.entries(acts)) {
  test(`${route} is refused for a member, hidden from a stranger, and done for a host`, async () => {
    const { path, body } = act()
    const refused = await api.as(member).post(path, body)
    expect([refused.status, refused.body.error.key]).toEqual([403, 'folds.only-hosts-fold'])
    expect((await api.as(stranger).post(path, body)).status).toBe(404)
    const done = await api.as(host).post(path, body)
    expect(done.status).toBe(200)
    expect([...Compile(FoldView).Errors(done.body)]).toEqual([])
  })
}

test('what is read fits its contract, and who may not see the venue sees none of it', async () => {
  const seen = await api.as(member).get(reads['GET /api/contributions/:contributionId/fold']?.() ?? '')
  expect([...Compile(FoldView).Errors(seen.body)]).toEqual([])
  const page = await api.as(member).get(`${foldPath(ids[0])}/contributions`)
  expect([...Compile(FoldPage).Errors(page.body)]).toEqual([])
  for (const path of Object.values(reads)) expect((await api.as(stranger).get(path())).status, path()).toBe(404)
})

describe('two contributions that a host puts together', () => {
  let a: string
  let b: string
  beforeAll(async () => {
    a = await post(member, 'Plant trees')
    b = await post(other, 'More green')
    await api.as(other).put(`/api/contributions/${a}/vote`, { value: 'agree' })
    await fold(host, b, a)
  })

  test('keep their authors and their votes, and say who did it', async () => {
    const { body } = await api.as(member).get(`${foldPath(a)}/contributions`)
    const shown = body.items.map((one: { id: string; author: { name: string }; votes: { agree: number } }) => [
      ...[one.id, one.author.name, one.votes.agree],
    ])
    expect(shown).toEqual([
      [a, 'Member', 1],
      [b, 'Other', 0],
    ])
    const seen = await view(member, b)
    expect(seen.fold).toMatchObject({ id: a, texts: 2, writers: 2, people: null, campaign: null })
    expect(seen.acts[0]).toMatchObject({ kind: 'fold', by: 'Host', undoneAt: null, may: { undo: { ok: false } } })
  })

  test('are counted for a list in one request, without those that are no fold', async () => {
    const asked = (who: WorldPerson) => api.as(who).get(`/api/venues/${venue.id}/folds?ids=${a},${b},${newId()}`)
    expect((await asked(member)).body.folds).toEqual([(await view(member, a)).fold])
    expect((await asked(stranger)).status).toBe(404)
  })

  test('stand once in the list, and both where all are asked for', async () => {
    const list = async (query: string): Promise<string[]> =>
      (await api.as(member).get(`/api/venues/${venue.id}/contributions?limit=100${query}`)).body.items.map(
        (item: { id: string }) => item.id,
      )
    for (const query of ['', '&order=active', `&forumId=${venue.forumId}`]) {
      expect(await list(query)).toContain(a)
      expect(await list(query)).not.toContain(b)
    }
    expect(await list('&folds=all')).toEqual(expect.arrayContaining([a, b]))
  })

  test('cannot be put together twice, nor with a reply, with themselves or with another place', async () => {
    const elsewhere = await post(host, 'Elsewhere', await aVenue(world, host))
    const reply = await api.as(member).post(`/api/contributions/${a}/replies`, { kind: 'plain', body: 'yes' })
    const keyOf = async (id: string) => (await fold(host, a, id)).body.error.key
    expect(await keyOf(b)).toBe('folds.together-already')
    expect(await keyOf(a)).toBe('folds.same-contribution')
    expect(await keyOf(elsewhere)).toBe('folds.of-two-places')
    expect(await keyOf(reply.body.id)).toBe('not-found')
  })

  test('are left by the author of one, and nobody else can put hers back', async () => {
    const refused = await api.as(host).post(`${foldPath(b)}/alone`)
    expect([refused.status, refused.body.error.key]).toEqual([403, 'folds.not-yours'])
    const left = await api.as(other).post(`${foldPath(b)}/alone`)
    expect(left.body).toMatchObject({ fold: null, keptAlone: true })
    expect(await together(a)).toEqual([])
    const again = await fold(host, a, b)
    expect([again.status, again.body.error.key]).toEqual([422, 'folds.kept-alone'])
    const seen = await view(host, b)
    expect(seen.keptAlone).toBe(true)
    const wish = seen.acts.find(({ kind }) => kind === 'alone')
    expect((await undo(host, wish?.id)).body.error.key).toBe('folds.only-its-author')
    expect((await undo(other, wish?.id)).body).toMatchObject({ fold: { id: a }, keptAlone: false })
    expect((await undo(other, wish?.id)).status).toBe(409)
    expect(await together(a)).toEqual([a, b])
  })
})

test('undoing an act gives the same state as before, whatever else happens in between', async () => {
  const free: string[] = []
  for (const title of ['p', 'q', 'r', 's', 't']) free.push(await post(member, title))
  const state = () =>
    world.database.transaction({ role: 'jobs' }, (tx) =>
      tx.rows('select id, fold_id from contribution where id = any ($1) order by id', [free]),
    )
  const standing = async () =>
    (
      await world.database.transaction({ role: 'jobs' }, (tx) =>
        tx.rows<{ id: string }>('select id from fold_act where undone_at is null and ids && $1 order by at, id', [
          free,
        ]),
      )
    ).map(({ id }) => id)
  const pick = fc.nat(free.length - 1)
  const steps = fc.array(fc.record({ kind: fc.constantFrom('fold', 'apart', 'alone'), a: pick, b: pick }), {
    maxLength: 4,
  })
  const takes = async ({ kind, a, b }: { kind: string; a: number; b: number }) => {
    if (kind === 'fold') return fold(host, free[a], free[b])
    return api.as(member).post(`${foldPath(free[a])}/${kind}`, kind === 'apart' ? { whole: b % 2 === 0 } : {})
  }
  await fc.assert(
    fc.asyncProperty(steps, pick, pick, steps, async (before, a, b, between) => {
      for (const step of before) await takes(step)
      const [was, known] = [await state(), await standing()]
      await fold(host, free[a], free[b])
      for (const step of between) await takes(step)
      const since = (await standing()).filter((id) => !known.includes(id))
      for (const id of since) for (const who of [host, member]) await undo(who, id)
      expect([await state(), await standing()]).toEqual([was, known])
    }),
    { numRuns: 12 },
  )
})

describe('the database itself', () => {
  const as = <R>(person: WorldPerson, text: string, values: readonly unknown[]) =>
    world.database.transaction(
      { role: 'app', opening: [{ text: 'select open_as(sha256($1::bytea), null)', values: [person.token] }] },
      (tx) => tx.rows<R>(text, values),
    )
  const act =
    'insert into fold_act (id, venue_id, kind, ids, by_person, at) values ($1, $2, $3, $4, $5, now()) returning id'
  const acting = (person: WorldPerson, kind: string, named: readonly string[]) =>
    as(person, act, [newId(), venue.id, kind, named, person.id])

  test('keeps members from folding, and everybody from speaking for an author', async () => {
    await expect(acting(member, 'fold', ids.slice(0, 2))).rejects.toThrow('row-level security')
    await expect(acting(host, 'alone', ids.slice(0, 1))).rejects.toThrow('row-level security')
    await expect(acting(member, 'alone', ids.slice(3))).rejects.toThrow('row-level security')
    expect(await acting(host, 'fold', ids.slice(0, 2))).toHaveLength(1)
    expect(await acting(member, 'alone', ids.slice(0, 1))).toHaveLength(1)
  })

  test('lets nobody move a contribution into a fold without an act', async () => {
    const move = 'update contribution set fold_id = gen_random_uuid() where id = $1 returning id'
    for (const person of [member, host]) {
      await expect(as(person, move, [ids[4]])).rejects.toThrow('changes its fold by an act alone')
    }
    const count = 'insert into fold (id, venue_id, texts, writers) values ($1, $2, 9, 9)'
    await expect(as(host, count, [ids[4], venue.id])).rejects.toThrow('row-level security')
  })

  test('shows acts and folds to nobody who may not see the venue', async () => {
    for (const table of ['fold', 'fold_act', 'fold_text', 'fold_state']) {
      expect(await as(stranger, `select 1 from ${table} where venue_id = $1`, [venue.id]), table).toEqual([])
    }
    expect(await as(host, 'select 1 from fold_act where venue_id = $1', [venue.id])).not.toEqual([])
  })
})
