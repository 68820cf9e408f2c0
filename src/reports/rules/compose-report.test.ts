import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { corpusOf, plantMaterial } from '../../../test/report-material.ts'
import { hideInvited } from './compose/hide-invited.ts'
import { hideSmall } from './compose/hide-small.ts'
import { activityOf } from './compose/participation.ts'
import { composeReport } from './compose-report.ts'
import { openBook } from './render/book.ts'
import { reportAsHtml } from './render/html.ts'
import { verifyReport } from './verify-report.ts'

describe('a report', () => {
  test('of a sound jam may be published', () => {
    const material = plantMaterial()
    expect(verifyReport(composeReport(material), corpusOf(material))).toEqual([])
  })

  test('of the same material is the same report', () => {
    expect(JSON.stringify(composeReport(plantMaterial()))).toBe(JSON.stringify(composeReport(plantMaterial())))
  })

  test('gives a headline to the small voice of one hub, which without its place would have none', () => {
    const report = composeReport(plantMaterial({ themes: 12 }))
    const small = report.themes.find(({ label }) => label === 'label 12')
    expect(small?.headline).toBe('small-voice')
    const byPeople = report.themes.toSorted((a, b) => (b.people ?? 0) - (a.people ?? 0)).slice(0, 9)
    expect(byPeople).not.toContain(small)
  })

  test('of any size is covered to the last contribution and passes the verifier', () => {
    const sizes = fc.record({
      themes: fc.integer({ min: 0, max: 14 }),
      each: fc.integer({ min: 15, max: 40 }),
      small: fc.integer({ min: 1, max: 9 }),
      hubs: fc.integer({ min: 1, max: 30 }),
    })
    fc.assert(
      fc.property(sizes, (size) => {
        const material = plantMaterial(size)
        const report = composeReport(material)
        expect(verifyReport(report, corpusOf(material))).toEqual([])
        expect(report.coverage.reduce((sum, row) => sum + row.contributions, 0)).toBe(material.written.length)
      }),
      { numRuns: 60 },
    )
  })
})

describe('how even it was', () => {
  const one = plantMaterial()
  const giniOf = (shares: readonly number[]) => {
    const written = shares.flatMap((count, author) =>
      one.written.slice(0, count).map((contribution) => ({ ...contribution, author: `author ${author}`, seed: false })),
    )
    return activityOf(written).gini
  }

  test('is 0 where all wrote the same, and grows with what few wrote', () => {
    expect(giniOf([3, 3, 3, 3, 3, 3])).toBe(0)
    expect(giniOf([1, 1, 1, 1, 1, 15])).toBe(0.583)
    expect(giniOf([15, 1, 1, 1, 1, 1])).toBe(0.583)
  })
})

describe('what says nearly the same', () => {
  const material = plantMaterial()
  const report = composeReport(material)
  const [first] = report.folds ?? []

  test('counts once, as the people of the union', () => {
    const ids = first?.ids ?? []
    const wrote = material.written.flatMap(({ id, author }) => (ids.includes(id) && author ? author : []))
    const agree = material.votes.flatMap((vote) =>
      ids.includes(vote.contribution) && vote.value === 'agree' ? vote.person : [],
    )
    const others = new Set(agree).difference(new Set(wrote)).size
    expect(others).toBeGreaterThan(0)
    expect(first?.people ?? wrote.length).toBe(wrote.length + (others < 5 ? 0 : others))
  })

  test('is one idea in the list, with the way to each', () => {
    const book = openBook({ report, corpus: corpusOf(material), language: 'en', hash: '0' })
    const html = reportAsHtml(book)
    expect(html).toContain('3 that say nearly the same')
    for (const id of first?.ids ?? []) expect(html).toContain(`threads/${id}`)
    expect(html).toContain('a campaign of 2')
    const ideas = report.themes[0]?.ideas.length ?? 0
    expect(html).toContain(`${ideas - 3} ideas, counting once`)
  })

  test('rests a sentence on several texts, and is cited where there is nothing else', () => {
    const all = material.themes[0]?.ideas.map(({ id }) => id) ?? []
    const folded = composeReport({ ...material, folds: [{ ids: all, campaign: true }] })
    expect(verifyReport(folded, corpusOf(material))).toEqual([])
    const quotes = folded.themes.find(({ ideas }) => ideas.includes(all[0] ?? ''))?.voices ?? []
    expect(quotes).toHaveLength(1)
  })
})

test('a family counts nobody twice and says in which of its languages nobody is quoted', () => {
  const material = plantMaterial()
  const report = composeReport(material)
  const [family] = report.families ?? []
  const apart = report.themes.filter(({ id }) => family?.themes.includes(id))
  expect(family?.columns.map(({ language }) => language)).toEqual(['en', 'de'])
  expect(family?.people).toBeLessThanOrEqual(apart.reduce((sum, { people }) => sum + (people ?? 0), 0))
  const book = openBook({ report, corpus: corpusOf(material), language: 'de', hash: '0' })
  expect(reportAsHtml(book)).toContain('Dasselbe in mehreren Sprachen')
})

describe('how many were invited', () => {
  const counted = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })).map((two) => {
    const [invited = 0, people = 0] = two.toSorted((a, b) => b - a)
    return { name: `${invited} ${people}`, invited, people, contributions: people }
  })
  const isSmall = (people: number) => people > 0 && people < 5
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

  test('tells of no one to four people who did not write, in no row and not by taking away', () => {
    fc.assert(
      fc.property(fc.array(counted, { maxLength: 9 }), (all) => {
        const { table, isSafe } = hideInvited(hideSmall(all), all)
        for (const { invited, people } of table.rows)
          expect(invited !== null && (isSmall(invited) || isSmall(invited - people))).toBe(false)
        if (!isSafe) return
        const rest = sum(all.map(({ invited }) => invited)) - sum(table.rows.map(({ invited }) => invited ?? 0))
        const told = table.rows.filter(({ invited }) => invited !== null)
        const wrote = sum(all.map(({ people }) => people)) - sum(told.map(({ people }) => people))
        expect([isSmall(rest), isSmall(rest - wrote)]).toEqual([false, false])
      }),
    )
  })

  test('is hidden in a hub of which all but two wrote, in another beside it, and in the whole when all but two took part', () => {
    const material = plantMaterial()
    const { hubs } = composeReport(material)
    const [first, second] = hubs.rows
    const invitedTo = (name: string | undefined, invited: number) =>
      material.hubs.map((hub) => (hub.name === name ? { ...hub, invited } : hub))
    const close = { ...material, hubs: invitedTo(first?.name, (first?.people ?? 0) + 2) }
    const shown = composeReport(close)
    expect(verifyReport(shown, corpusOf(close))).toEqual([])
    expect(shown.hubs.rows[0]).toMatchObject({ name: first?.name, people: first?.people, invited: null })
    expect(shown.hubs.rows.filter(({ invited }) => invited === null).length).toBeGreaterThan(1)
    expect(second?.invited).toBe(60)
    const html = reportAsHtml(openBook({ report: shown, corpus: corpusOf(close), language: 'en', hash: '0' }))
    expect(html.includes('>–</td>')).toBe(true)
    const tookPart = shown.people.tookPart ?? 0
    expect(composeReport({ ...material, invited: tookPart + 2 }).people.invited).toBeNull()
    expect(composeReport({ ...material, invited: tookPart + 20 }).people.invited).toBe(tookPart + 20)
  })
})

describe('a reply that is quoted', () => {
  const quoteFrom = (body: string): string | undefined => {
    const material = plantMaterial({ themes: 1 })
    const id = material.written.find(({ kind }) => kind === 'build')?.id
    const written = material.written.map((each) => (each.id === id ? { ...each, body } : each))
    const votes = material.people.map(({ id: person }) => ({ person, contribution: id ?? '', value: 'agree' as const }))
    const changed = { ...material, written, votes }
    const quote = composeReport(changed)
      .themes.flatMap(({ builds }) => builds)
      .find((each) => each.id === id)
    return quote && Buffer.from(body).subarray(quote.start, quote.end).toString()
  }

  test.each([
    [
      'Let us give teams time, e.g. Friday after lunch. More below.',
      'Let us give teams time, e.g. Friday after lunch.',
    ],
    [
      'Wir geben den Teams Zeit, z. B. Freitage nach dem Essen. Mehr unten.',
      'Wir geben den Teams Zeit, z. B. Freitage nach dem Essen.',
    ],
  ])('does not end after a short form: %s', (body, sentence) => {
    expect(quoteFrom(body)).toBe(sentence)
  })
})

describe('the steps of the whole jam', () => {
  const material = plantMaterial()
  const [first] = material.votes
  const voters = (people: readonly string[]) => ({
    ...material,
    opinions: null,
    votes: people.flatMap((person) => (first ? [{ ...first, person }] : [])),
  })
  const everybody = material.people.map(({ id }) => id)

  test('tell of no one to four people by taking away, and the report says where a number is missing', () => {
    const near = voters(everybody.slice(3))
    const report = composeReport(near)
    expect(report.people).toMatchObject({ wrote: everybody.length, tookPart: everybody.length, voted: null })
    expect(verifyReport(report, corpusOf(near))).toEqual([])
    const html = reportAsHtml(openBook({ report, corpus: corpusOf(near), language: 'en', hash: '0' }))
    expect(html.includes('A dash: fewer than 5 people')).toBe(true)
    expect(html.includes(`class="r">${everybody.length - 3}<`)).toBe(false)
  })

  test('stand as they are where they lie far enough apart', () => {
    expect(composeReport(voters(everybody.slice(9))).people.voted).toBe(everybody.length - 9)
  })

  test('told the three who did not vote before: such an edition stays, a new one is refused', () => {
    const near = voters(everybody.slice(3))
    const report = composeReport(near)
    const told = { ...report, people: { ...report.people, voted: everybody.length - 3 } }
    expect(verifyReport(told, corpusOf(near)).length).toBeGreaterThan(0)
    const earlier = { ...told, method: { ...told.method, version: '1.0' } }
    expect(verifyReport(earlier, corpusOf(near))).toEqual([])
  })
})

describe('a table of people', () => {
  const row = fc.record({
    name: fc.uuid(),
    invited: fc.constant(null),
    people: fc.integer({ min: 0, max: 12 }),
    contributions: fc.integer({ min: 0, max: 40 }),
  })

  test('lets nobody find a group under five by taking the shown from the whole', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const { rows: shown, others } = hideSmall(rows)
        const whole = rows.reduce((sum, { people }) => sum + people, 0)
        const rest = whole - shown.reduce((sum, { people }) => sum + people, 0)
        expect(shown.every(({ people }) => people === 0 || people >= 5)).toBe(true)
        if (others) expect([rest, others.people >= 5, others.groups >= 2]).toEqual([others.people, true, true])
        else expect(rest === 0 || whole < 5 || shown.every(({ people }) => people === 0)).toBe(true)
      }),
    )
  })
})
