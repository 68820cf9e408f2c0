import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { freshDatabase } from '../test/database.ts'
import { dataSets } from './analysis/data-sets.ts'
import { replayJam } from './replay.ts'

const isThere = existsSync(path.join(dataSets(), 'decidim-barcelona-2016'))
if (!isThere) process.stderr.write('The Barcelona set is not in DANDELION_DATASETS: its replay is not tested.\n')

test.runIf(isThere)(
  'while a real jam in two languages grows, four of five contributions keep the id of their theme each time',
  async () => {
    const database = await freshDatabase()
    const [connection, admin] = [database.connection, database.superuser]
    const steps = await replayJam({ connection, admin, datasets: dataSets(), from: 1_600, growth: 0.05, upTo: 2_000 })
    await database.drop()
    expect(steps.length).toBeGreaterThanOrEqual(4)
    expect(Math.min(...steps.map(({ kept }) => kept))).toBeGreaterThanOrEqual(0.8)
    expect(steps.at(-1)?.languages).toEqual(expect.arrayContaining(['ca', 'es']))
  },
  180_000,
)
