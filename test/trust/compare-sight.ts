import type { TestApi } from '../api.ts'
import { openReader } from '../live-reader.ts'
import { readPaths } from './read-paths.ts'
import type { Reading } from './reading.ts'
import type { Sight, Somebody } from './sight-model.ts'

export type Compared = { readonly reads: number; readonly facts: number; readonly differences: readonly string[] }

const AT_ONCE = 3
/** What a thing is called in this world; nobody writes it by chance. */
const WORD = /zq[0-9a-z]{8}qz/g

type Looking = {
  readonly who: Somebody
  readonly route: string
  readonly reading: Reading
  readonly beside: readonly string[]
}

/** Every reading of every person by every path; `stopAt`: so many differences are enough. */
export async function compareSight(api: TestApi, sight: Sight, stopAt = 20): Promise<Compared> {
  // Whoever wrote is shown with the name of their home hub.
  const beside = sight.hubs.map(({ word }) => word)
  const each = Object.entries(readPaths).flatMap(([route, adapter]) =>
    sight.people.map((who): Looking[] => {
      const around = { who, route, beside: route === 'GET /api/hubs' ? [] : beside }
      return adapter(sight, who).map((reading) => ({ ...around, reading }))
    }),
  )
  // The last of every route and person, then what is before it: a hole shows before all else has been read to its end.
  const longest = Math.max(...each.map(({ length }) => length))
  const all = Array.from({ length: longest }, (_, back) => each.flatMap((list) => list.at(-1 - back) ?? [])).flat()
  const differences: string[] = []
  let [next, reads, facts] = [0, 0, 0]
  async function work(): Promise<void> {
    for (let at = next++; at < all.length && differences.length < stopAt; at = next++) {
      const looking = all[at]
      if (!looking) return
      const found = await differencesOf(api, looking)
      reads++
      facts += looking.reading.must.length + 1
      differences.push(
        ...found.map((what) => `${looking.who.name} ${looking.route}: ${what} (${looking.reading.path.slice(0, 120)})`),
      )
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return { reads, facts, differences }
}

async function differencesOf(api: TestApi, { who, reading, beside }: Looking): Promise<string[]> {
  if (reading.topics) return streamDifferences(api, who, reading)
  const asker = api.as(who.token === null ? null : { token: who.token })
  const answer = reading.body ? await asker.post(reading.path, reading.body) : await asker.get(reading.path)
  const found = new Set(answer.text.match(WORD))
  const wrong = answer.status === reading.status ? [] : [`${answer.status}, not ${reading.status}`]
  const seen = [...found].filter((word) => !reading.may.includes(word) && !beside.includes(word))
  const lost = reading.must.filter((word) => !found.has(word))
  return [...wrong, ...seen.map((word) => `LEAK ${word}`), ...lost.map((word) => `LOSS ${word}`)]
}

async function streamDifferences(api: TestApi, who: Somebody, reading: Reading): Promise<string[]> {
  const headers = who.token === null ? {} : { cookie: `dandelion=${who.token}` }
  const reader = await openReader({ url: new URL(reading.path, api.url).href, headers })
  const granted = reader.hello?.topics ?? []
  reader.close()
  const wanted = reading.topics ?? []
  const apart = [...new Set(granted).symmetricDifference(new Set(wanted))]
  const wrong = reader.status === reading.status ? [] : [`${reader.status}, not ${reading.status}`]
  return [...wrong, ...apart.map((topic) => `${granted.includes(topic) ? 'LEAK' : 'LOSS'} ${topic}`)]
}
