import { formatLine, importJam, type Line } from '../src/jams/index.ts'
import type { Database } from '../src/platform/index.ts'
import { plantTexts } from './planted-texts.ts'
import { type PlantedText, plantVoices } from './planted-voices.ts'
import { idOf } from './report-material.ts'
import type { WorldHub } from './world.ts'

const HOUR_MS = 3_600_000
const PLANTED_FROM = Date.UTC(2026, 2, 2, 8)
/** Each of these is written by one person in forty to thirty, in themes of its own. */
export const SMALL_LANGUAGES = ['ca', 'de', 'pl'] as const

export type PlantedJamWishes = {
  readonly hub: WorldHub
  readonly texts: number
  /** The small voice: texts and people of one hub. */
  readonly small: { readonly texts: number; readonly people: number }
  /** Near-identical texts by few people. */
  readonly campaign: { readonly texts: number; readonly people: number }
  /** People who write in each of the small languages. */
  readonly peopleOfLanguage: number
  /** It is so long since the jam opened; what was planted later is left out. */
  readonly atHour: number
}

export type PlantedJam = {
  readonly jamId: string
  readonly forumId: string
  /** The truth about each contribution: its topic, the language's tag for the small languages, or 'small'. */
  readonly topicOf: ReadonlyMap<string, string>
}

type Said = { readonly text: string; readonly author: string; readonly group: string; readonly hour: number } & {
  readonly topic: string
  readonly language: string
}

/** A jam of 72 hours in which thousands write in English on many topics, few in other languages, and people of one hub on
 *  something that nobody else says: as it stands at an hour of it. The same wishes give the same words. */
export async function aPlantedJam(database: Database, wishes: PlantedJamWishes): Promise<PlantedJam> {
  const { hub, atHour } = wishes
  const openedAt = Date.now() - atHour * HOUR_MS
  const at = (hour: number) => new Date(openedAt + hour * HOUR_MS).toISOString()
  const said = saidIn(wishes).filter(({ hour }) => hour < atHour)
  const groups = [...new Set(said.map(({ group }) => group))].sort()
  const hubIds = new Map(groups.map((group, n) => [group, idOf(2, n)]))
  const authors = new Map(
    [...new Map(said.map((each) => [each.author, each.group]))].map(([a, g], n) => [a, [idOf(1, n), g]]),
  )
  const place = { locales: ['en'], timeZone: 'Europe/Vienna' }
  const [jamId, forumId] = [idOf(5, 0), idOf(6, 0)]
  const dates = { opensAt: at(0), rateAt: null, closesAt: at(72), archiveAt: null }
  const lines: Line[] = [
    {
      ...{ type: 'jam', format: 1, id: jamId, title: 'Seventy-two hours', question: 'What should we change?' },
      ...{ hub: hub.id, lobby: 'members', audience: { hubs: [hub.id], guests: false }, phase: 'discuss', dates },
      ...{
        promise: { decides: 'The board', by: '2030-01-01', text: 'Each theme is answered.' },
        hosts: [],
        changes: [],
      },
      ...{ openedAt: at(0), closedAt: null },
    },
    { type: 'hub', id: hub.id, parent: null, name: hub.name, ...place },
    ...groups.map((name): Line => ({ type: 'hub', id: hubIds.get(name) ?? '', parent: hub.id, name, ...place })),
    ...[...authors].map(([name, [id = '', group = '']]): Line => {
      return { type: 'person', id, name, hub: hubIds.get(group) ?? null, guest: false }
    }),
    { type: 'forum', id: forumId, title: 'All of it', question: 'What?', position: 0, hosts: [] },
    ...said.map(({ text, author, hour, language }, n): Line => {
      return {
        ...{ type: 'contribution', id: idOf(3, n), forum: forumId, parent: null, number: 0, kind: 'contribution' },
        ...{ author: authors.get(author)?.[0] ?? null, title: text.slice(0, 120), body: text, language },
        ...{ postedAt: at(hour), seed: false, version: 1, editedAt: null, retractedAt: null },
      }
    }),
  ]
  const open = async function* () {
    for (const line of lines) yield formatLine(line).trimEnd()
  }
  await importJam(database, { open })
  return { jamId, forumId, topicOf: new Map(said.map(({ topic }, n) => [idOf(3, n), topic])) }
}

/** In the order of writing. */
function saidIn({ texts, small, campaign, peopleOfLanguage }: PlantedJamWishes): Said[] {
  const english = plantVoices({ seed: 4, texts, small, campaign }).map(fromPlanted)
  const others = SMALL_LANGUAGES.flatMap((language, at) => {
    const { entries } = plantTexts({ subjects: 1, each: peopleOfLanguage, seed: 50 + at, language })
    return entries.map(({ text, author }, n): Said => {
      const group = `g${n % 3}`
      return {
        text,
        author: `${language} ${author}`,
        group,
        hour: (n * 72) / peopleOfLanguage,
        topic: language,
        language,
      }
    })
  })
  return [...english, ...others].sort((a, b) => a.hour - b.hour)
}

function fromPlanted({ text, author, group, atMs, topic }: PlantedText): Said {
  return { text, author, group, topic, language: 'en', hour: (atMs - PLANTED_FROM) / HOUR_MS }
}
