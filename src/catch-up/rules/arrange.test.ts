import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arrange, placeOf, SECTIONS } from './arrange.ts'
import { piecesOf } from './cards.ts'
import type { Material, Notice, Piece, ThemeNews } from './material.ts'
import { scoreOf } from './score.ts'

let serial = 0
function piece(given: Partial<Piece> = {}): Piece {
  const id = `p${++serial}`
  const text = {
    kind: 'contribution',
    sentence: 'Let three hubs be able to say yes to a public answer.',
    language: 'en',
  }
  const author = { authorId: `a${serial}`, author: 'Member', hub: 'North', favourite: false }
  return {
    id,
    threadId: id,
    jamId: 'jam',
    themeId: null,
    isRead: false,
    isNew: true,
    likeRead: 0,
    ...text,
    ...author,
    ...given,
  }
}

function news(themeId: string | null, given: Partial<ThemeNews> = {}): ThemeNews {
  const said = given.said ?? 5
  const quotes = Array.from({ length: Math.min(said, 3) }, () => piece({ themeId, language: given.language ?? 'en' }))
  return {
    ...{ jamId: 'jam', themeId, name: themeId ?? 'none', language: 'en', since: '2026-01-01T00:00:00.000Z' },
    ...{ people: 4, hubs: 2, languages: 1, said, followed: false, own: false, met: false, heardBy: 10, lift: 1 },
    ...{ quotes, builds: [], objections: [], ...given },
  }
}

const notice = (reason: string, of: Piece): Notice => ({
  ...{ key: `${reason}:${of.id}`, jamId: of.jamId, themeId: of.themeId, reason, values: {}, piece: of },
})

const nothing: Material = {
  ...{ toYou: [], clocks: [], followed: [], themes: [], turns: [], seldomRead: [], waysIn: [], languages: [] },
}

const shownIn = (arranged: ReturnType<typeof arrange>) => arranged.sections.flatMap(({ cards }) => cards)

/** A jam of themes: everything said since the anchor, each text in one theme or in none. */
const jams = fc
  .array(
    fc.record({
      said: fc.integer({ min: 0, max: 40 }),
      followed: fc.boolean(),
      people: fc.integer({ min: 1, max: 40 }),
    }),
    { maxLength: 60 },
  )
  .chain((sizes) =>
    fc.record({
      sizes: fc.constant(sizes),
      minutes: fc.constantFrom(2, 10, 30),
      replies: fc.integer({ min: 0, max: 12 }),
      seldom: fc.integer({ min: 0, max: 12 }),
    }),
  )

describe('nothing is lost and nothing is told twice', () => {
  test('what is shown and what is listed as left out are together everything since the anchor', () => {
    fc.assert(
      fc.property(jams, ({ sizes, minutes, replies, seldom }) => {
        const all: Piece[] = []
        const themes = sizes.map(({ said, followed, people }, at) => {
          const texts = Array.from({ length: said }, () => piece({ themeId: at === 0 ? null : `t${at}` }))
          all.push(...texts)
          const [quotes, builds, objections] = [texts.slice(0, 4), texts.slice(4, 6), texts.slice(6, 8)]
          return news(at === 0 ? null : `t${at}`, { said, followed, people, quotes, builds, objections })
        })
        const toYou = all.slice(0, replies).map((text) => notice('reply-to-you', text))
        const seldomRead = all.slice(-seldom).map((text) => notice('seldom-read', text))
        const turns = all.slice(2, 4).map((text) => notice('new-objection', text))
        const arranged = arrange({ ...nothing, themes, toYou, seldomRead, turns }, { minutes })
        const shown = shownIn(arranged).flatMap(piecesOf)
        expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length)
        for (const { jamId, themeId, said } of themes) {
          const here = shown.filter((text) => placeOf(text) === placeOf({ jamId, themeId })).length
          const left = arranged.remainders.find((rest) => rest.themeId === themeId)?.said ?? 0
          expect(here + left).toBe(said)
        }
        expect(arranged.of.said).toBe(all.length)
        expect(arranged.shown.said).toBe(shown.length)
      }),
      { numRuns: 300 },
    )
  })

  test('the sections stand in their fixed order, and no theme has two cards', () => {
    const themes = Array.from({ length: 40 }, (_, at) => news(`t${at}`, { followed: at < 3 }))
    const arranged = arrange({ ...nothing, themes }, { minutes: 30 })
    expect(arranged.sections.map(({ key }) => key)).toEqual(SECTIONS.map(({ key }) => key))
    const shown = shownIn(arranged).map(({ themeId }) => themeId)
    expect(new Set(shown).size).toBe(shown.length)
  })
})

describe('the budget', () => {
  const themes = Array.from({ length: 61 }, (_, at) => news(`t${at}`, { said: 35, heardBy: 1 + (at % 7) }))

  test.each([2, 10, 30])('%d minutes hold no more words than can be read in them', (minutes) => {
    const { used, words, shown, of } = arrange({ ...nothing, themes }, { minutes })
    expect(words).toBe(minutes * 220)
    expect(used).toBeLessThanOrEqual(words)
    expect(shown.themes).toBeGreaterThan(minutes === 2 ? 4 : 25)
    expect(of).toEqual({ themes: 61, said: 61 * 35 })
  })

  test('the least heard have at least 15 % of the words wherever so much is there', () => {
    const seldomRead = Array.from({ length: 200 }, () => notice('seldom-read', piece()))
    const toYou = Array.from({ length: 200 }, () => notice('reply-to-you', piece()))
    for (const minutes of [2, 10, 30]) {
      const { sections, words } = arrange({ ...nothing, themes, seldomRead, toYou }, { minutes })
      const least =
        sections.find(({ key }) => key === 'least-heard')?.cards.reduce((sum, card) => sum + card.words, 0) ?? 0
      expect(least).toBeGreaterThan(words * 0.15 - 60)
    }
  })

  test('a single section can be read as a whole', () => {
    const toYou = Array.from({ length: 200 }, () => notice('reply-to-you', piece()))
    const { sections } = arrange({ ...nothing, themes, toYou }, { minutes: 2, only: 'to-you' })
    expect(sections.map(({ cards }) => cards.length)).toEqual([200, 0, 0, 0, 0, 0, 0])
  })
})

describe('who arrives at hour 60 with ten minutes', () => {
  const sizes = Array.from({ length: 61 }, (_, at) => Math.ceil(900 / (at + 1)))
  const languages = ['en', 'ca', 'es', 'pl', 'de', 'fr', 'uk']
  const themes = sizes.map((people, at) => {
    const language = at < 50 ? 'en' : (languages[1 + (at % 6)] ?? 'en')
    return news(`t${at}`, { people, said: people * 2, language, heardBy: 5 + Math.log2(people) })
  })
  const arranged = arrange({ ...nothing, themes, languages }, { minutes: 10 })
  const shown = new Set(shownIn(arranged).map(({ themeId }) => themeId))

  test('sees at least 90 % of the people of the top nine themes', () => {
    const top = themes.slice(0, 9)
    const all = top.reduce((sum, { people }) => sum + people, 0)
    const seen = top.filter(({ themeId }) => shown.has(themeId)).reduce((sum, { people }) => sum + people, 0)
    expect(seen / all).toBeGreaterThanOrEqual(0.9)
  })

  test('meets every language of 2 % of the people', () => {
    const met = new Set(
      shownIn(arranged)
        .flatMap(piecesOf)
        .map(({ language }) => language),
    )
    expect([...met].sort()).toEqual([...languages].sort())
  })
})

/** A hundred and fifty themes in which new things are said all the time, one of them of three people in a thousand; readers
 *  come three times and read what they are shown. Gives the share of readers who met the small theme. */
function whoMeetsTheSmallTheme(reserved: boolean): number {
  const people = Array.from({ length: 150 }, (_, at) => Math.max(4, Math.ceil(200 / (1 + at / 4))))
  const heard = new Map<string, number>()
  const readers = 20
  let met = 0
  for (let reader = 0; reader < readers; reader++) {
    const known = new Set<string>()
    for (let visit = 0; visit < 3; visit++) {
      const themes = [...people, 3].map((count, at) => {
        const themeId = at === 150 ? 'small' : `t${at}`
        const given = { people: count, said: count, heardBy: heard.get(themeId) ?? 0, met: known.has(themeId) }
        return news(themeId, { ...given, quotes: [piece({ themeId })] })
      })
      const seldomRead = Array.from({ length: 20 }, () => notice('seldom-read', piece()))
      for (const { themeId } of shownIn(arrange({ ...nothing, themes, seldomRead }, { minutes: 10, reserved }))) {
        if (themeId === null) continue
        known.add(themeId)
        heard.set(themeId, (heard.get(themeId) ?? 0) + 1)
      }
    }
    if (known.has('small')) met++
  }
  return met / readers
}

describe('a theme of three people in a thousand', () => {
  test('is met by at least 95 % of the readers within three catch-ups', () => {
    expect(whoMeetsTheSmallTheme(true)).toBeGreaterThanOrEqual(0.95)
  })

  test('is missed when nothing is kept for the least heard', () => {
    expect(whoMeetsTheSmallTheme(false)).toBeLessThan(0.95)
  })
})

test('five hundred copies by one person count as that person', () => {
  const alone = scoreOf(news('t', { people: 1, said: 1 }))
  const copied = scoreOf(news('t', { people: 1, said: 500 }))
  expect(copied.score).toBe(alone.score)
})
