import type { Database } from '../src/platform/index.ts'
import { computeVenue } from '../src/themes/compute-venue.ts'
import { openFeeding } from '../src/themes/feed-engine.ts'
import { type Engine, openEngine } from '../src/themes/index.ts'
import { linkFamilies, placeForeign } from '../src/themes/link-families.ts'
import type { TestApi } from './api.ts'
import { plantTexts } from './planted-texts.ts'
import { aVenue, type WorldVenue } from './venues.ts'
import type { World, WorldPerson } from './world.ts'

const SUBJECTS = 4
const PEOPLE_EACH = 8
const NAMES_EACH = 4

export type TwoLanguageVenue = WorldVenue & { readonly crowd: readonly WorldPerson[] }

/** A venue (a new one where none is given) in which people write in English and German on four subjects, each about one:
 *  the same people in both, with the same names, and with typed replies from German to English contributions. */
export async function aTwoLanguageVenue(
  api: TestApi,
  world: World,
  { host, venue: given }: { host: WorldPerson; venue?: WorldVenue },
): Promise<TwoLanguageVenue> {
  const venue = given ?? (await aVenue(world, host))
  const crowd: WorldPerson[] = []
  for (let n = 0; n < SUBJECTS * PEOPLE_EACH; n++) crowd.push(await world.person(`Person ${n}`))
  const each = 2 * PEOPLE_EACH
  const english = plantTexts({ subjects: SUBJECTS, each, seed: 11, language: 'en' }).entries
  const german = plantTexts({ subjects: SUBJECTS, each: each + PEOPLE_EACH, seed: 12, language: 'de' }).entries
  const write = async (at: number, text: string, language: string): Promise<string> => {
    const subject = at % SUBJECTS
    const turn = Math.floor(at / SUBJECTS)
    const who = crowd[subject * PEOPLE_EACH + (turn % PEOPLE_EACH)] ?? host
    const body = `${text} Near N${subject}${turn % NAMES_EACH}.`
    const made = await api.as(who).post(`/api/forums/${venue.forumId}/contributions`, { title: text, body, language })
    if (made.status !== 200) throw new Error(made.text)
    return made.body.id
  }
  const ids: string[] = []
  for (const [at, { text }] of english.entries()) ids.push(await write(at, text, 'en'))
  for (const [at, { text }] of german.slice(0, SUBJECTS * each).entries()) await write(at, text, 'de')
  for (const [at, { text }] of german.slice(SUBJECTS * each).entries()) {
    const who = crowd[(at % SUBJECTS) * PEOPLE_EACH + Math.floor(at / SUBJECTS)] ?? host
    const reply = { kind: 'build', body: text, language: 'de' }
    await api.as(who).post(`/api/contributions/${ids[at]}/replies`, reply)
  }
  return { ...venue, crowd }
}

/** Themes and families of a venue as the next minute would bring them. */
export async function computeFamilies(database: Database, venueId: string, given?: Engine): Promise<void> {
  const engine = given ?? openEngine()
  engine.forget(venueId) // it hears nothing of what is written: it reads all anew
  await computeVenue({ database, engine, feeding: openFeeding({ database, engine }) }, venueId)
  await linkFamilies(database, venueId, await placeForeign(database, engine, venueId))
  if (!given) await engine.stop()
}
