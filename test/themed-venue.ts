import type { TestApi } from './api.ts'
import { plantTexts } from './planted-texts.ts'
import { aVenue, type WorldVenue } from './venues.ts'
import type { World, WorldPerson } from './world.ts'

const PEOPLE = 8
const SUBJECTS = 2
const EACH = 12

export type ThemedVenue = WorldVenue & { readonly crowd: readonly WorldPerson[]; readonly texts: readonly string[] }

/** A venue in which eight people have written on two subjects, and more texts on the first subject to write. */
export async function aThemedVenue(api: TestApi, world: World, host: WorldPerson): Promise<ThemedVenue> {
  const venue = await aVenue(world, host)
  const crowd: WorldPerson[] = []
  for (let n = 0; n < PEOPLE; n++) crowd.push(await world.person(`Person ${n}`))
  const { entries } = plantTexts({ subjects: SUBJECTS, each: EACH + 4 })
  for (const [at, { text }] of entries.slice(0, SUBJECTS * EACH).entries()) {
    // Every second subject by the same half of people would tie themes to people: all write about everything.
    const who = crowd[Math.floor(at / SUBJECTS) % PEOPLE] ?? host
    await api.as(who).post(`/api/forums/${venue.forumId}/contributions`, { title: text, body: text, language: 'en' })
  }
  const texts = entries.slice(SUBJECTS * EACH).flatMap(({ text }, at) => (at % SUBJECTS === 0 ? [text] : []))
  return { ...venue, crowd, texts }
}
