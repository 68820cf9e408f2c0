import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plantTexts } from '../../../test/planted-texts.ts'
import type { ComputeAsked, Found, ThemeText } from './asked.ts'
import { openVenueThemes } from './venue-themes.ts'

const texts: ThemeText[] = plantTexts({ subjects: 4, each: 40, people: 30 }).entries.map(({ id, text, author }) => ({
  ...{ id, root: id, text, author: author ?? null, language: 'en' },
  ...{ group: null, theme: null, settled: false },
}))
const nothing: ComputeAsked = { constraints: [], pinned: [], themes: [], moved: [] }

function counter(): () => string {
  let next = 0
  return () => `theme ${next++}`
}

/** Where the rows say that contributions stand, after what was found was written. */
function written(before: ReadonlyMap<string, string | null>, { places }: Found): Map<string, string | null> {
  return new Map([...before, ...places.map(({ id, theme }) => [id, theme] as const)])
}
const asked = ({ themes }: Found, more: Partial<ComputeAsked> = {}): ComputeAsked => ({ ...nothing, themes, ...more })

test('texts that come in pieces, whatever the pieces, give what they give at once', () => {
  const whole = openVenueThemes(counter())
  whole.take({ texts, gone: [] })
  const expected = whole.compute(nothing)
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 }), (cuts) => {
      const pieces = openVenueThemes(counter())
      let at = 0
      for (const cut of [...cuts, texts.length]) {
        pieces.take({ texts: texts.slice(at, at + cut), gone: [] })
        pieces.take({ texts: texts.slice(at, at + 2), gone: [] }) // told twice, taken once
        at += cut
      }
      expect(pieces.compute(nothing)).toEqual(expected)
    }),
    { numRuns: 8 },
  )
})

test('only what stands elsewhere than before is answered, and what nobody computed', () => {
  const venue = openVenueThemes(counter())
  venue.take({ texts, gone: [] })
  const first = venue.compute(nothing)
  expect(first.places).toHaveLength(texts.length)
  expect(venue.compute(asked(first)).places).toEqual([])
  const [one] = first.places
  const moved = [{ id: one?.id ?? '', theme: null }]
  expect(venue.compute(asked(first, { moved })).places).toEqual([one])
})

test('what was read anew from the rows goes on with the same themes', () => {
  const first = openVenueThemes(counter())
  first.take({ texts: texts.slice(0, 140), gone: [] })
  const found = first.compute(nothing)
  const rows = written(new Map(), found)
  const again = openVenueThemes(() => 'born')
  again.take({ texts: texts.map((text) => ({ ...text, theme: rows.get(text.id) ?? null, settled: true })), gone: [] })
  const after = written(rows, again.compute(asked(found)))
  for (const [id, theme] of rows) expect(after.get(id), id).toBe(theme)
})

test('themes keep their ids while most answers are on other subjects than what they answer', () => {
  const answers = plantTexts({ subjects: 4, each: 200, people: 30 }).entries.slice(texts.length)
  const replies = answers.map(({ text, author }, at): ThemeText => {
    const root = texts[(at * 7 + 1) % 140]?.id ?? ''
    return { ...(texts[0] as ThemeText), id: `reply ${at}`, root, text, author: author ?? null }
  })
  const venue = openVenueThemes(counter())
  venue.take({ texts: [...texts.slice(0, 140), ...replies], gone: [] })
  const first = venue.compute(nothing)
  venue.take({ texts: texts.slice(140), gone: [] })
  const second = venue.compute(asked(first))
  expect(second.themes.map(({ id }) => id).sort()).toEqual(first.themes.map(({ id }) => id).sort())
  expect(second.changes).toEqual([])
})

test('words that change and words that are taken back are followed, as if they had never been', () => {
  const venue = openVenueThemes(counter())
  venue.take({ texts, gone: [] })
  const first = venue.compute(nothing)
  const rows = written(new Map(), first)
  const [gone, changed, like] = [texts[0], texts[1], texts[2]]
  venue.take({ texts: [{ ...texts[1], text: like?.text ?? '' } as ThemeText], gone: [gone?.id ?? ''] })
  const second = venue.compute(asked(first))
  expect(second.places.map(({ id, theme }) => [id, theme])).toContainEqual([changed?.id, rows.get(like?.id ?? '')])
  expect(second.places.map(({ id }) => id)).not.toContain(gone?.id)
  expect(second.themes.flatMap(({ voices }) => voices.map(({ id }) => id))).not.toContain(gone?.id)
})

test('hosts are followed: what they joined stands together after each computation, what they parted apart', () => {
  const pair = fc.tuple(fc.nat(texts.length - 1), fc.nat(texts.length - 1)).filter(([a, b]) => a !== b)
  fc.assert(
    fc.property(pair, pair, (joined, parted) => {
      fc.pre(new Set([...joined, ...parted]).size === 4)
      const id = (at: number): string => texts[at]?.id ?? ''
      const constraints: ComputeAsked['constraints'] = [
        { kind: 'cannot-link', a: id(parted[0]), b: id(parted[1]) },
        { kind: 'must-link', a: id(joined[0]), b: id(joined[1]) },
      ]
      const venue = openVenueThemes(counter())
      let rows = new Map<string, string | null>()
      let found: Found | undefined
      for (const [from, to] of [
        [0, 120],
        [120, 160],
      ] as const) {
        venue.take({ texts: texts.slice(from, to), gone: [] })
        found = venue.compute({ ...(found ? asked(found) : nothing), constraints })
        rows = written(rows, found)
        if ([...joined, ...parted].some((at) => !rows.has(id(at)))) continue
        expect(rows.get(id(joined[0]))).toBe(rows.get(id(joined[1])))
        const [one, other] = [rows.get(id(parted[0])), rows.get(id(parted[1]))]
        if (one !== null) expect(one).not.toBe(other)
      }
    }),
    { numRuns: 8 },
  )
})
