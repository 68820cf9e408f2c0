import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type JamsServer, openedJam, openJamsServer, type TestPerson } from '../../test/jams.ts'
import { climb } from '../../test/ladder.ts'
import { type Found, type SearchView, searchContract } from './contract.ts'

let server: JamsServer
let host: TestPerson
let member: TestPerson
let southerner: TestPerson
let jam: Awaited<ReturnType<typeof openedJam>>
const ids: Record<string, string> = {}

type Written = { title: string; body?: string; language?: string }

async function write(name: string, { title, body = '', language = 'en' }: Written): Promise<string> {
  const path = `/api/forums/${jam.forumId}/contributions`
  const { status, body: made, text } = await server.as(member).post(path, { title, body, language })
  if (status !== 200) throw new Error(text)
  ids[name] = made.id
  return made.id
}

async function ask(words: string, more: object = {}, who: TestPerson = member): Promise<SearchView> {
  const { status, body, text } = await server.as(who).post('/api/search', { words, ...more })
  if (status !== 200) throw new Error(text)
  return body
}
const nameOf = (id: string) => Object.keys(ids).find((name) => ids[name] === id) ?? id
const names = async (words: string, more: object = {}, who: TestPerson = member): Promise<string[]> =>
  (await ask(words, more, who)).found.map(({ id }) => nameOf(id)).sort()
const shown = (pieces: Found['excerpt']): string =>
  pieces.map(({ text, found }) => (found ? `[${text}]` : text)).join('')

beforeAll(async () => {
  server = await openJamsServer()
  host = await server.person('host')
  member = await server.person('member')
  southerner = await server.person('member', server.hubs.south)
  jam = await openedJam(server, host)
  await write('one', {
    title: 'Approvals wait for one person only',
    body: 'We lost a **weekend** & more. <Nobody> could sign.',
  })
  await write('two', { title: 'Any two of three approve', body: 'So that no one person has to come in.' })
  await write('german', {
    title: 'Genehmigungsverfahren dauern zu lange',
    body: 'Für das Gebäude fehlen Schlüssel.',
    language: 'de',
  })
  await write('chinese', { title: '環境政策需要公開討論', body: '平台應該納入管理', language: 'zh-Hant' })
  await write('catalan', { title: 'Més arbres a les places', body: "L'ombra fa falta a l'estiu", language: 'ca' })
  const reply = await server.as(member).post(`/api/contributions/${ids.one}/replies`, {
    kind: 'example',
    body: 'Last Easter nobody was there to approve.',
  })
  ids.reply = reply.body.id
})
afterAll(() => server.close())

describe('the ladder', () => {
  climb(() => server.api, {
    route: 'POST /api/search',
    contract: searchContract['POST /api/search'],
    rung: () => ({ path: '/api/search', person: member, body: { words: 'weekend', order: 'best' } }),
  })
})

describe('finding', () => {
  test('a word in any form, in titles, texts and replies', async () => {
    expect(await names('approving')).toEqual(['one', 'reply', 'two'])
    expect(await names('approvals')).toEqual(['one', 'reply', 'two'])
    expect(await names('approvalx')).toEqual([])
    expect(await names('WEEKENDS')).toEqual(['one'])
    expect(await names('schlüssel')).toEqual(['german'])
    expect(await names('arbre')).toEqual(['catalan'])
  })

  test('the beginning of a word, and words without their accents', async () => {
    expect(await names('genehm')).toEqual(['german'])
    expect(await names('gebaude')).toEqual(['german'])
    await write('street', { title: 'Eine Straße für alle', language: 'de' })
    expect(await names('strasse')).toEqual(['street'])
    expect(await names('mes arbres')).toEqual(['catalan'])
  })

  test('parts of writing that sets no spaces', async () => {
    expect(await names('政策')).toEqual(['chinese'])
    expect(await names('公開討論')).toEqual(['chinese'])
    expect(await names('境')).toEqual(['chinese'])
    expect(await names('理')).toEqual(['chinese'])
    expect(await names('策政')).toEqual([])
  })

  test('words and such writing in one', async () => {
    await write('react', {
      title: '私はReactが好き',
      body: '佐々木さんが3月5日に来る、全部で120人 ｶﾀｶﾅ',
      language: 'ja',
    })
    for (const words of ['react', '120', '佐々木', '3月5日', 'カタカナ', 'Reactが好き', '"react 佐々木"'])
      expect(await names(words), words).toEqual(['react'])
    for (const words of ['Vueが好き', '"vue 佐々木"']) expect(await names(words), words).toEqual([])
    expect(await names('weekend -3月5日')).toEqual(['one'])
  })

  test('words on either side of a stroke, a point, a dash or a hyphen', async () => {
    await write('strokes', { title: 'Kita/Schule und/oder 2024-25', body: 'At the end.Next covid-19, well-being' })
    for (const words of [
      'schule',
      'oder',
      '25',
      'next',
      '19',
      'covid-19',
      'well-b',
      'being',
      'kita/sch',
      '"Kita Schule"',
    ])
      expect(await names(words), words).toEqual(['strokes'])
  })

  test('a title as it was written, which is no HTML', async () => {
    await write('signs', { title: 'Costs where x < 5 and <main> matter, AT&amp;T' })
    const [found] = (await ask('main matter')).found
    expect(shown(found?.title ?? [])).toBe('Costs where x < 5 and <[main]> [matter], AT&amp;T')
  })

  test('all words, phrases as they stand, and nothing that is excluded', async () => {
    expect(await names('person weekend')).toEqual(['one'])
    expect(await names('person')).toEqual(['one', 'two'])
    expect(await names('person -weekend')).toEqual(['two'])
    expect(await names('"one person"')).toEqual(['one', 'two'])
    expect(await names('"person one"')).toEqual([])
    expect(await names('person -"any two"')).toEqual(['one'])
  })

  test('no tags, entities or attributes, which nobody wrote', async () => {
    for (const words of ['strong', 'amp', 'quot', 'x3c']) expect(await names(words), words).not.toContain('one')
    expect(await names('nobody sign')).toEqual(['one'])
  })

  test('words that only carry others, and signs of the language of the index, do no harm', async () => {
    expect(await names('"for one"')).toEqual(['one'])
    expect(await names("' \\ ) & ! | <-> :* (")).toEqual([])
    expect(await names("l'ombra")).toEqual(['catalan'])
    for (const words of ["o'clock' & 'x", 'a:b & !c', '\\\\', '"', `:in:${jam.id}`, ':en:approv'])
      expect(await names(words), words).toEqual([])
  })

  test('by what is excluded alone nothing is looked for', async () => {
    expect(await ask('-weekend')).toMatchObject({ asked: false, found: [] })
    expect((await ask('nowhere')).asked).toBe(true)
  })
})

describe('what is shown', () => {
  test('where it stands, who wrote it, and what was found in it', async () => {
    const [found] = (await ask('approvals weekends')).found
    expect(found).toMatchObject({
      ...{ threadId: ids.one, kind: 'contribution', replies: 1 },
      place: { kind: 'jam', id: jam.id },
      author: { id: member.id },
    })
    expect(shown(found?.title ?? [])).toBe('[Approvals] wait for one person only')
    expect(shown(found?.excerpt ?? [])).toBe('We lost a [weekend] & more. <Nobody> could sign.')
  })

  test('a reply with its thread', async () => {
    const [found] = (await ask('easter')).found
    expect(found).toMatchObject({ id: ids.reply, threadId: ids.one, kind: 'example', title: null })
  })

  test('titles weigh more than texts; or the newest come first', async () => {
    const first = await write('late', { title: 'Late', body: 'Lanterns at the end of a text about something else' })
    await write('early', { title: 'Lanterns', body: 'Short' })
    await server.root.query(
      `update contribution_words set posted_at = now() + interval '1 hour' where contribution_id = $1`,
      [first],
    )
    const order = async (asked: object) => (await ask('lanterns', asked)).found.map(({ id }) => nameOf(id))
    expect(await order({ order: 'best' })).toEqual(['early', 'late'])
    expect(await order({ order: 'newest' })).toEqual(['late', 'early'])
    expect(await order({ order: 'best', jamId: jam.id })).toEqual(['early', 'late'])
  })
})

describe('it follows what happens', () => {
  test('an edit is found by its new words, and what was taken back not at all', async () => {
    const id = await write('edited', { title: 'Ziggurat', body: 'first' })
    await server.as(member).put(`/api/contributions/${id}`, { version: 1, title: 'Pyramid', body: 'second' })
    expect([await names('ziggurat'), await names('pyramids')]).toEqual([[], ['edited']])
    await server.as(member).delete(`/api/contributions/${id}`)
    expect(await names('pyramid')).toEqual([])
    const left = await server.root.query('select 1 from contribution_words where contribution_id = $1', [id])
    expect(left.rows).toEqual([])
  })

  test('another language finds other forms', async () => {
    const id = await write('wrong', { title: 'Tisch', body: '', language: 'en' })
    expect(await names('Tischen')).not.toContain('wrong')
    await server.as(member).put(`/api/contributions/${id}/language`, { language: 'de' })
    expect(await names('Tischen')).toContain('wrong')
  })
})

describe('walls', () => {
  test('nobody finds what they may not see, in a jam they may not see either', async () => {
    expect(await names('weekend', {}, southerner)).toEqual([])
    expect((await server.as(southerner).post('/api/search', { words: 'weekend', jamId: jam.id })).status).toBe(404)
    expect(await names('weekend', { jamId: jam.id })).toEqual(['one'])
    const other = await openedJam(server, host)
    expect(await names('weekend', { jamId: other.id })).toEqual([])
    expect((await ask('weekend', { jamId: jam.id })).within).toMatchObject({ id: jam.id })
  })

  test('nothing that is not seen changes a byte of an answer', async () => {
    for (let n = 0; n < 21; n += 1) await write(`kakapo ${n}`, { title: 'Kakapo' })
    const before = await ask('kakapo')
    expect(before.next).not.toBeNull()
    const hidden = await openedJam(server, host)
    const unseen = { title: 'Kakapo', body: 'kakapot', language: 'fi' }
    const toHidden = await server.root.query('update venue_hub set hub_id = $1 where venue_id = $2', [
      server.hubs.south,
      hidden.id,
    ])
    expect(toHidden.rowCount).toBeGreaterThan(0)
    const posted = await server.as(southerner).post(`/api/forums/${hidden.forumId}/contributions`, unseen)
    expect((await server.as(member).get(`/api/contributions/${posted.body.id}`)).status).toBe(404)
    expect(await ask('kakapo')).toEqual(before)
    // Negative control: the same where it is seen.
    await write('seen', unseen)
    expect(await ask('kakapo')).not.toEqual(before)
  })

  test('the index is read by its own function alone, which tells of nothing that is not seen', async () => {
    const asApp = (text: string) => server.database.transaction({ role: 'app' }, (tx) => tx.rows(text))
    await expect(asApp('select * from contribution_words')).rejects.toThrow(/permission denied/)
    await expect(asApp('select * from words_language')).rejects.toThrow(/permission denied/)
    const found = `select * from find_words(words_query('{weekend}', '{f}', '{f}'), null, true, null, null, null, 20)`
    expect(await asApp(found)).toEqual([])
    // Negative control: the same for somebody who sees the jam.
    const seeing = (text: string) =>
      server.database.transaction({ role: 'app' }, async (tx) => {
        await tx.rows(`select set_config('app.venues', $1, true)`, [`{${jam.id}}`])
        return tx.rows(text)
      })
    expect(await seeing(found)).toHaveLength(1)
  })
})

describe('pages', () => {
  test.each(['best', 'newest'])('of 45, each once, in order of %s', async (order) => {
    const word = `tide${order}`
    for (let n = 0; n < 45; n += 1) await write(`${word} ${n}`, { title: `${word} ${n % 3 === 0 ? word : 'and more'}` })
    const seen: string[] = []
    let after: string | null = null
    do {
      const page: SearchView = await ask(word, { order, ...(after && { after }) })
      seen.push(...page.found.map(({ id }) => id))
      after = page.next
    } while (after)
    expect([seen.length, new Set(seen).size]).toEqual([45, 45])
    if (order === 'newest') expect(nameOf(seen[0] ?? '')).toBe(`${word} 44`)
  })

  test('of exactly one page there is no second', async () => {
    for (let n = 0; n < 20; n += 1) await write(`wombat ${n}`, { title: `Wombat ${n}` })
    const page = await ask('wombat')
    expect([page.found.length, page.next]).toEqual([20, null])
  })

  test('a cursor that no page gave is a bad request', async () => {
    const at = '2027-01-01T00:00:00.000Z|01a21f92-d61f-70ed-9cc9-c309ba0d84a4'
    for (const after of [
      ...['1e39', '1e-99', '-1', '1e'].map((weight) => Buffer.from(`${weight}|${at}`).toString('base64url')),
      'eA',
      Buffer.from('1|2027|x').toString('base64url'),
      Buffer.from('Infinity|x|y').toString('base64url'),
    ])
      expect((await server.as(member).post('/api/search', { words: 'tide', after })).status).toBe(400)
  })
})
