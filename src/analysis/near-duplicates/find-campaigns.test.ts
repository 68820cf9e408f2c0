import { expect, test } from 'vitest'
import { plantVoices } from '../../../test/planted-voices.ts'
import { type Fold, findCampaigns, foldDuplicates } from './index.ts'

const hourMs = 3_600_000

function foldOf(size: number): Fold<number> {
  const members = Array.from({ length: size }, (_, id) => ({ id, similarity: 1 }))
  return { origin: 0, head: 0, members }
}

test('five hundred copies by twelve people are a campaign of twelve people', () => {
  const planted = plantVoices({ seed: 4, texts: 1_500, campaign: { texts: 500, people: 12 } })
  const written = new Map(planted.map(({ id, author, atMs }) => [id, { person: author, atMs }]))
  const writtenOf = (id: string) => written.get(id) ?? { person: undefined, atMs: 0 }
  const campaigns = findCampaigns(foldDuplicates(planted), writtenOf)
  expect(campaigns).toHaveLength(1)
  expect(campaigns[0]).toMatchObject({ people: 12, isByFew: true, burstPeople: 12 })
  expect(campaigns[0]?.texts).toBeGreaterThanOrEqual(490)
})

test('a campaign by many says so', () => {
  const [campaign] = findCampaigns([foldOf(30)], (id) => ({ person: id, atMs: id }))
  expect(campaign).toMatchObject({ texts: 30, people: 30, isByFew: false })
})

test('the same number of copies spread over weeks is no campaign', () => {
  expect(findCampaigns([foldOf(30)], (id) => ({ person: id, atMs: id * 12 * hourMs }))).toEqual([])
})

test('fewer copies than the rule asks are no campaign', () => {
  expect(findCampaigns([foldOf(9)], (id) => ({ person: id, atMs: id }))).toEqual([])
  expect(findCampaigns([foldOf(9)], (id) => ({ person: id, atMs: id }), { leastTexts: 9 })).toHaveLength(1)
})

test('the busiest burst is named apart from the whole', () => {
  const [campaign] = findCampaigns([foldOf(30)], (id) => ({ person: id % 5, atMs: id < 10 ? 0 : 100 * hourMs + id }))
  expect(campaign).toMatchObject({ burstFromMs: 100 * hourMs + 10, burstTexts: 20, burstPeople: 5, texts: 30 })
})

test('texts whose author nobody knows add nobody', () => {
  const [campaign] = findCampaigns([foldOf(12)], () => ({ person: undefined, atMs: 5 }))
  expect(campaign).toMatchObject({ people: 0, burstPeople: 0, texts: 12 })
})
