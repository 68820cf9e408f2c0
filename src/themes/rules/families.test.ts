import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nobody } from '../../kernel/index.ts'
import type { FamilyTheme } from './families-contract.ts'
import { hearLanguages } from './hear-languages.ts'
import { familiesOf, type Linked, type PairAct, verdictsOf } from './judge-pairs.ts'
import { mayJudge } from './may.ts'
import { showFamilies, showPairs } from './show-families.ts'

const TAGS = ['ca', 'de', 'es']
const themes = Array.from({ length: 12 }, (_, at) => ({ id: `t${at}`, language: TAGS[at % 3] ?? 'ca' }))
const languageOf = new Map(themes.map(({ id, language }) => [id, language]))

const pair = fc.tuple(fc.nat(11), fc.nat(11)).filter(([a, b]) => a % 3 !== b % 3)
const someLinks = fc
  .array(fc.record({ pair, confidence: fc.double({ min: 0.3, max: 1, noNaN: true }) }), { maxLength: 40 })
  .map((all) =>
    all
      .map(({ pair: [a, b], confidence }): Linked => ({ a: `t${a}`, b: `t${b}`, confidence }))
      .toSorted((one, other) => other.confidence - one.confidence),
  )
const someActs = fc.array(fc.record({ pair, isOne: fc.boolean() }), { maxLength: 12 }).map((all) =>
  all.map(({ pair: [a, b], isOne }): PairAct => {
    const judged = (at: number) => ({ theme: `t${at}`, ids: [`c${at}`] })
    return { pair: [judged(a), judged(b)], isOne }
  }),
)

let named = 0
const newId = () => `f${named++}`
const find = (links: readonly Linked[], acts: readonly PairAct[]) => {
  const verdicts = verdictsOf(acts, { themes, themeOf: new Map() })
  return { verdicts, families: familiesOf(links, verdicts, { themes, before: [], newId }) }
}

describe('families', () => {
  test('no theme stands in two, and each speaks at least two languages', () => {
    fc.assert(
      fc.property(someLinks, someActs, (links, acts) => {
        const all = find(links, acts).families.flatMap((family) => family.themes)
        expect(new Set(all).size).toBe(all.length)
        for (const family of find(links, acts).families) {
          expect(new Set(family.themes.map((id) => languageOf.get(id))).size).toBeGreaterThan(1)
        }
      }),
    )
  })

  test('are the same whichever of two linked themes is named first', () => {
    fc.assert(
      fc.property(someLinks, someActs, (links, acts) => {
        const turned = links.map(({ a, b, confidence }) => ({ a: b, b: a, confidence }))
        const turnedActs = acts.map(({ pair: [a, b], isOne }): PairAct => ({ pair: [b, a], isOne }))
        const members = (of: ReturnType<typeof find>) => of.families.map((family) => family.themes)
        expect(members(find(turned, turnedActs))).toEqual(members(find(links, acts)))
      }),
    )
  })

  test('never hold two themes that hosts called different, and hold two that they called one unless that forbids it', () => {
    fc.assert(
      fc.property(someLinks, someActs, (links, acts) => {
        const { verdicts, families } = find(links, acts)
        const last = new Map(verdicts.map(({ a, b, isOne }) => [`${a} ${b}`, isOne]))
        const together = (a: string, b: string) =>
          families.some((family) => family.themes.includes(a) && family.themes.includes(b))
        const isDivided = [...last.values()].includes(false)
        for (const [key, isOne] of last) {
          const [a = '', b = ''] = key.split(' ').map((at) => `t${at}`)
          if (!isOne) expect(together(a, b)).toBe(false)
          else if (!isDivided) expect(together(a, b)).toBe(true)
        }
      }),
    )
  })

  test('keep their ids while they keep themes', () => {
    const links = [
      { a: 't0', b: 't1', confidence: 0.9 },
      { a: 't3', b: 't4', confidence: 0.8 },
    ]
    const before = familiesOf(links, [], { themes, before: [], newId })
    const after = familiesOf([...links, { a: 't1', b: 't2', confidence: 0.8 }], [], { themes, before, newId })
    expect(after.map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort())
    expect(after.find(({ id }) => id === before[0]?.id)?.themes).toContain('t2')
  })
})

describe('what hosts said', () => {
  const judged = (theme: string, ids: string[]) => ({ theme, ids })
  const act: PairAct = { pair: [judged('gone', ['a', 'b', 'c', 'd']), judged('t1', ['x'])], isOne: true }

  test('follows a theme that is gone to where half of it stands now', () => {
    const half = new Map([
      ['a', 't3'],
      ['b', 't3'],
    ])
    expect(verdictsOf([act], { themes, themeOf: half })).toEqual([{ a: 1, b: 3, isOne: true }])
  })

  test('waits where less than half stands together, or where the other is of the same language', () => {
    expect(verdictsOf([act], { themes, themeOf: new Map([['a', 't3']]) })).toEqual([])
    const same = new Map(['a', 'b', 'c', 'd'].map((id) => [id, 't4']))
    expect(verdictsOf([act], { themes, themeOf: same })).toEqual([])
  })

  const somebody = { ...nobody, personId: 'p' }
  test.each([
    ['a host who reads both', somebody, true, ['ca', 'es'], true],
    ['a host who reads one', somebody, true, ['ca'], false],
    ['an owner who reads one', { ...somebody, owner: true }, false, ['ca'], false],
    ['a member who reads both', somebody, false, ['ca', 'es'], false],
    ['nobody', nobody, false, ['ca', 'es'], false],
  ])('%s', (_who, actor, hosting, reads, ok) => {
    expect(mayJudge(actor, { hosting }, { reads, languages: ['ca', 'es'] }).ok).toBe(ok)
  })
})

describe('languages', () => {
  const spoken = (language: string, people: number) => ({
    language,
    people,
    contributions: people,
    share: people / 100,
  })
  const headlines = Array.from({ length: 9 }, () => ({ people: 50, languages: ['ca'] }))

  test('of two in a hundred people are always told of; smaller ones are listed', () => {
    const heard = hearLanguages([spoken('ca', 90), spoken('es', 2), spoken('de', 1)], {
      themes: [...headlines, { people: 2, languages: ['es'] }],
    })
    expect([...heard]).toEqual([
      ['ca', 'headlines'],
      ['es', 'paragraph'],
      ['de', 'listed'],
    ])
  })

  test('stand among the headlines through a family of theirs', () => {
    const heard = hearLanguages([spoken('es', 5)], { themes: [{ people: 60, languages: ['ca', 'es'] }, ...headlines] })
    expect(heard.get('es')).toBe('headlines')
  })
})

const themeOf = (id: string, quotes: number): FamilyTheme => ({
  ...{ id, name: null, label: id, people: 5, contributions: 5, language: languageOf.get(id) ?? 'ca' },
  quotes: Array.from({ length: quotes }, () => ({ contributionId: id, threadId: id, sentence: 'said' })),
})

describe('as shown', () => {
  const columns = [
    { language: 'ca', people: 5 },
    { language: 'de', people: 5 },
  ]
  const kept = {
    id: 'f',
    themes: ['t0', 't1'],
    confidence: 0.8,
    isConfirmed: false,
    people: 9,
    contributions: 10,
    columns,
  }
  const known = (...all: FamilyTheme[]) => new Map(all.map((theme) => [theme.id, theme]))

  test('a family says which of its languages it quotes nobody of', () => {
    expect(showFamilies([kept], known(themeOf('t0', 1), themeOf('t1', 0)))[0]?.unquoted).toEqual(['de'])
    expect(showFamilies([kept], known(themeOf('t0', 1), themeOf('t1', 2)))[0]?.unquoted).toEqual([])
  })

  test('a family that has lost all but one language is none', () => {
    expect(showFamilies([kept], known(themeOf('t0', 1)))).toEqual([])
  })

  test('a pair that hosts judged without any link is shown as well, after those that are open', () => {
    const all = [themeOf('t0', 1), themeOf('t1', 1), themeOf('t2', 1)]
    const families = showFamilies([kept], known(...all))
    const pairs = showPairs([{ a: 't1', b: 't0' }], [{ a: 0, b: 2, isOne: false }], { themes: all, families })
    expect(pairs.map(({ a, b, said, joined }) => [a.id, b.id, said, joined])).toEqual([
      ['t0', 't1', null, true],
      ['t0', 't2', 'two', false],
    ])
  })
})
