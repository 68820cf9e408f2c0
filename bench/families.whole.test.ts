import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { barcelonaLines } from '../dev/convert/barcelona-lines.ts'
import { formatLine, importJam } from '../src/jams/index.ts'
import type { FamiliesView } from '../src/themes/contract.ts'
import { openEngine } from '../src/themes/index.ts'
import { markStale } from '../src/themes/store/computing.ts'
import { openTestServer, type TestApi } from '../test/api.ts'
import { computeFamilies } from '../test/two-languages.ts'
import { aWorld, type World } from '../test/world.ts'
import { dataSets } from './analysis/data-sets.ts'

const isThere = existsSync(path.join(dataSets(), 'decidim-barcelona-2016'))
if (!isThere) process.stderr.write('The Barcelona set is not in DANDELION_DATASETS: its families are not tested.\n')

describe.runIf(isThere)('the whole Barcelona set as one jam', () => {
  let api: TestApi
  let world: World
  let view: FamiliesView

  beforeAll(async () => {
    api = await openTestServer()
    world = await aWorld(api)
    await importJam(api.database, {
      open: async function* () {
        for (const line of barcelonaLines(dataSets(), { phase: 'discuss', votes: 0, seed: 1 })) {
          yield formatLine(line).trimEnd()
        }
      },
    })
    const jobs = { role: 'jobs' } as const
    const jam = await api.database.transaction(jobs, (tx) => tx.row<{ id: string }>('select id from jam'))
    const venueId = jam?.id ?? ''
    await api.database.transaction(jobs, (tx) => markStale(tx, [venueId]))
    const engine = openEngine()
    await computeFamilies(api.database, venueId, engine)
    await engine.stop()
    view = (await api.as(world.owner).get(`/api/venues/${venueId}/families`)).body
    for (const { columns, confidence, people } of view.families) {
      const names = columns.map(
        ({ language, themes }) => `${language}: ${themes.map(({ label }) => label).join(' / ')}`,
      )
      console.info(`a family of ${people} people, ${confidence.toFixed(2)} sure: ${names.join(' = ')}`)
    }
  }, 600_000)
  afterAll(async () => {
    await world.close()
    await api.close()
  })

  test('is heard in both of its languages', () => {
    const heard = view.languages.filter(({ heard }) => heard !== 'listed').map(({ language }) => language)
    expect(heard).toEqual(expect.arrayContaining(['ca', 'es']))
  })

  test('has families that the machine links, each with what it rests on', () => {
    expect(view.families.length).toBeGreaterThan(0)
    for (const { columns } of view.families) {
      const ids = columns.flatMap(({ themes }) => themes.map(({ id }) => id))
      const links = view.links.filter(({ joined, a, b }) => joined && ids.includes(a.id) && ids.includes(b.id))
      expect(links.length).toBeGreaterThan(0)
      // One kind of evidence alone may be chance.
      for (const { evidence } of links) expect(evidence.length).toBeGreaterThanOrEqual(2)
    }
  })

  test('has no family of one language, and each says which of its languages it quotes nobody of', () => {
    for (const { columns, unquoted } of view.families) {
      expect(new Set(columns.map(({ language }) => language)).size).toBeGreaterThan(1)
      const silent = columns.filter(({ themes }) => themes.every(({ quotes }) => quotes.length === 0))
      expect(unquoted.toSorted()).toEqual(silent.map(({ language }) => language).sort())
    }
  })
})
