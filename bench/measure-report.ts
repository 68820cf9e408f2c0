import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { barcelonaLines } from '../dev/convert/barcelona-lines.ts'
import { exportJam } from '../src/jams/export-jam.ts'
import { closeJamAsOperator, formatLine, importJam, type Line } from '../src/jams/index.ts'
import { type Database, openDatabase, projectRoot } from '../src/platform/index.ts'
import { rebuildReport } from '../src/reports/rebuild-report.ts'
import type { Report } from '../src/reports/rules/report.ts'
import { measureCatchUpAt } from './catch-up-at.ts'
import { type Figure, percentile } from './figures.ts'
import type { Bench } from './open-bench.ts'

const LIMIT_SECONDS = 60
const LIMIT_MB = 5
const READERS = 500
const READS_PER_SECOND = 50
const READ_SECONDS = 60
const THEMES_WITHIN_MS = 300_000

/** The Barcelona set as one jam: its closing edition while people read, its size, its coverage, and the same bytes from its
 *  export. */
export async function measureReport(bench: Bench): Promise<Figure[]> {
  const datasets = process.env.DANDELION_DATASETS ?? path.join(projectRoot, '..', 'shared', 'data')
  if (!existsSync(path.join(datasets, 'decidim-barcelona-2016'))) {
    process.stderr.write('The Barcelona set is not in DANDELION_DATASETS: its report is not measured.\n')
    return []
  }
  const database = openDatabase(bench.postgres.connection)
  const folder = await mkdtemp(path.join(os.tmpdir(), 'dandelion-report-'))
  try {
    const { jamId } = await importJam(database, { open: () => opened(datasets) })
    await themed(database, jamId)
    const caughtUp = await measureCatchUpAt(bench, jamId)
    const url = `${bench.ours.url}/api/venues/${jamId}/contributions?limit=20`
    const order = {
      url,
      method: 'GET',
      headers: {},
      clients: READERS,
      seconds: READ_SECONDS,
      pace: READS_PER_SECOND,
    } as const
    const reading = bench.load(order)
    const began = performance.now()
    await closeJamAsOperator(database, { jamId, reason: 'The benchmark ends it.' })
    const edition = await made(database, jamId)
    const seconds = (performance.now() - began) / 1000
    const reads = await reading
    return [...caughtUp, ...figuresOf({ edition, seconds, reads }), await rebuilt(database, { jamId, edition, folder })]
  } finally {
    await database.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Open for all to read, so that readers need no session. */
async function* opened(datasets: string): AsyncGenerator<string> {
  for (const line of barcelonaLines(datasets, { phase: 'discuss', votes: 20_000, seed: 1 }))
    yield formatLine(publicly(line))
}

function publicly(line: Line): Line {
  if (line.type !== 'jam') return line
  return { ...line, lobby: 'public', dates: { ...line.dates, closesAt: '2099-01-01T00:00:00.000Z' } }
}

async function themed(database: Database, jamId: string): Promise<void> {
  const text = 'select 1 from theme_state where venue_id = $1 and computed_at is not null and stale_at is null'
  await until(async () => Boolean(await jobs(database, text, jamId)), THEMES_WITHIN_MS)
}

type Edition = { readonly model: string; readonly hash: string; readonly html: Buffer }

async function made(database: Database, jamId: string): Promise<Edition> {
  const text = `select e.model, e.hash, f.bytes from report_edition as e join report_file as f on f.edition_id = e.id
    where e.jam_id = $1 and e.number = 1 and f.form = 'html' and f.language = 'en'`
  let found: { model: string; hash: string; bytes: Buffer } | undefined
  await until(async () => {
    found = await jobs(database, text, jamId)
    return found !== undefined
  }, 180_000)
  if (!found) throw new Error('no closing edition came')
  return { model: found.model, hash: found.hash, html: gunzipSync(found.bytes) }
}

const jobs = <T>(database: Database, text: string, jamId: string): Promise<T | undefined> =>
  database.transaction({ role: 'jobs' }, (tx) => tx.row<T>(text, [jamId]), { readOnly: true, patient: true })

async function until(isThere: () => Promise<boolean>, withinMs: number): Promise<void> {
  const ends = performance.now() + withinMs
  while (!(await isThere())) {
    if (performance.now() > ends) throw new Error('it did not come in time')
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

type Measured = {
  readonly edition: Edition
  readonly seconds: number
  readonly reads: { readonly ms: number[]; readonly failed: number }
}

function figuresOf({ edition, seconds, reads }: Measured): Figure[] {
  const { coverage, totals } = JSON.parse(edition.model) as Report
  const all = totals.contributions + totals.replies + totals.seeds + totals.taken
  const share = coverage.reduce((sum, { contributions }) => sum + contributions, 0) / all
  const mb = edition.html.length / 1e6
  const p95 = percentile(reads.ms, 95)
  return [
    figure(`closing edition of ${all.toLocaleString('en')}`, {
      value: `${seconds.toFixed(1)} s after the end`,
      bar: `<= ${LIMIT_SECONDS} s`,
      met: seconds <= LIMIT_SECONDS,
    }),
    figure('its HTML', { value: `${mb.toFixed(2)} MB`, bar: `<= ${LIMIT_MB} MB`, met: mb <= LIMIT_MB }),
    figure('its coverage', { value: `${(share * 100).toFixed(1)} %`, bar: '100 %', met: share === 1 }),
    figure(`reads meanwhile, ${READS_PER_SECOND}/s of ${READERS}`, {
      value: `p95 ${p95.toFixed(0)} ms, ${reads.failed} failed`,
      bar: '',
      met: null,
    }),
  ]
}

async function rebuilt(
  database: Database,
  given: { jamId: string; edition: Edition; folder: string },
): Promise<Figure> {
  const { jamId, edition, folder } = given
  const file = path.join(folder, 'jam.jsonl')
  const out = await open(file, 'w')
  await exportJam(
    database,
    { jamId, votes: 'pseudonymous', format: { of: 'jsonl' } },
    async (chunk) => void (await out.write(chunk)),
  )
  await out.close()
  const began = performance.now()
  const again = await rebuildReport({ file, folder })
  const seconds = (performance.now() - began) / 1000
  const bytes = await readFile(path.join(folder, 'report-1.en.html'))
  const sha = (of: Buffer) => createHash('sha256').update(of).digest('hex')
  const isSame = again.hash === edition.hash && sha(bytes) === sha(edition.html)
  return figure('rebuilt from its export', {
    value: `${isSame ? 'the same bytes' : 'other bytes'}, ${seconds.toFixed(1)} s`,
    bar: 'the same bytes',
    met: isSame,
  })
}

const figure = (name: string, figured: Pick<Figure, 'value' | 'bar' | 'met'>): Figure => {
  return { name, ours: '', bare: '', ...figured }
}
