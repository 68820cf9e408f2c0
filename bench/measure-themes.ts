import os from 'node:os'
import pg from 'pg'
import { type Figure, median, percentile } from './figures.ts'
import { type LivelyVenue, mixedTexts, openLivelyVenue } from './lively-venue.ts'
import type { Bench } from './open-bench.ts'
import { memoryMb } from './processes.ts'
import { type Watched, watchVenue } from './watch-venue.ts'

const JAM = 30_000
const LARGE = 100_000
const VOTES_EACH = 5
const ACTS = 9

/** The bars of themes through the product: read, thread and write together, and what people meet meanwhile. */
export async function measureLiveThemes(bench: Bench): Promise<Figure[]> {
  const [jam, large] = bench.quick ? [3_000, 6_000] : [JAM, LARGE]
  const texts = mixedTexts(large)
  if (!texts) {
    process.stderr.write('The real texts are not in DANDELION_DATASETS: themes are not measured through the product.\n')
    return []
  }
  const venue = await openLivelyVenue(bench.world, { texts: texts.slice(0, jam), votes: VOTES_EACH })
  const anew = await computedFigure(bench, venue, { count: jam, bar: 20 })
  const seconds = bench.quick ? 8 : 60
  const bare = await watchVenue(bench, venue, { seconds, computing: false })
  const busy = await watchVenue(bench, venue, { seconds, computing: true })
  const acts = await actFigure(bench, venue, jam)
  const largest = await openLivelyVenue(bench.world, { texts, votes: 0 })
  const anewLarge = await computedFigure(bench, largest, { count: large, bar: 120 })
  return [anew, ...watchedFigures(bare, busy), acts, anewLarge, memoryFigure(bench, jam + large)]
}

const loadNow = (): string => `load average ${os.loadavg()[0]?.toFixed(1)}`

/** From the commit of the texts until their themes are written: the look that finds the venue, reading, both threads, and
 *  writing. */
async function computedFigure(
  bench: Bench,
  { venueId }: LivelyVenue,
  { count, bar }: { count: number; bar: number },
): Promise<Figure> {
  const began = performance.now()
  const client = new pg.Client(bench.world.connection)
  await client.connect()
  const isComputed = async (): Promise<boolean> => {
    const found = await client.query('select from theme_state where venue_id = $1 and computed_at is not null', [
      venueId,
    ])
    return found.rowCount === 1
  }
  while (!(await isComputed())) await new Promise((resolve) => setTimeout(resolve, 100))
  const seconds = (performance.now() - began) / 1000
  await client.end()
  return {
    name: `${count.toLocaleString('en')} contributions themed anew, whole way`,
    ours: loadNow(),
    bare: '',
    value: `${seconds.toFixed(1)} s`,
    bar: `<= ${bar} s`,
    met: seconds <= bar,
  }
}

type Bar = { name: string; busy: readonly number[]; bare: readonly number[]; percent: number; bar: number }

function msFigure({ name, busy, bare, percent, bar }: Bar): Figure {
  const [ours, baseline] = [percentile(busy, percent), percentile(bare, percent)]
  return {
    name: `${name}, p${percent} while computing`,
    ours: `${busy.length}`,
    bare: `${baseline.toFixed(0)} ms without`,
    value: `${ours.toFixed(0)} ms`,
    bar: `<= ${bar} ms`,
    met: ours <= bar,
  }
}

function watchedFigures(bare: Watched, busy: Watched): Figure[] {
  const ratio = median(busy.delivered) / median(bare.delivered)
  return [
    msFigure({ name: 'contribution placed', busy: busy.placed, bare: bare.placed, percent: 99, bar: 5_000 }),
    msFigure({ name: 'similar while writing', busy: busy.similar, bare: bare.similar, percent: 95, bar: 150 }),
    {
      name: 'questions for similar ones that were answered',
      ours: `${busy.answered} of ${busy.similar.length}`,
      bare: `${bare.answered} of ${bare.similar.length}`,
      value: '',
      bar: '>= 0.95',
      met: busy.answered >= 0.95 * busy.similar.length,
    },
    {
      name: 'live delivery while computing, p50 to p50 without',
      ours: `${median(busy.delivered).toFixed(0)} ms of ${busy.delivered.length}`,
      bare: `${median(bare.delivered).toFixed(0)} ms of ${bare.delivered.length}`,
      value: `${ratio.toFixed(2)}x`,
      bar: '<= 1.2x',
      met: ratio <= 1.2,
    },
    {
      name: 'live delivery, p99',
      ours: `${percentile(busy.delivered, 99).toFixed(0)} ms`,
      bare: `${percentile(bare.delivered, 99).toFixed(0)} ms without`,
      value: `${busy.computations} computations, ${loadNow()}`,
      bar: '',
      met: null,
    },
  ]
}

async function read<T>(bench: Bench, path: string): Promise<T> {
  const response = await fetch(`${bench.ours.url}${path}`, bench)
  const text = await response.text()
  if (response.status !== 200) throw new Error(`${path} was answered ${response.status}: ${text.slice(0, 300)}`)
  return JSON.parse(text) as T
}

/** A host keeps a theme and no longer, in turns, and moves contributions between two themes. */
async function actFigure(bench: Bench, { venueId }: LivelyVenue, count: number): Promise<Figure> {
  const ms: number[] = []
  const { themes } = await read<{ themes: { id: string }[] }>(bench, `/api/venues/${venueId}/themes`)
  const [one, other] = themes
  const { items } = await read<{ items: { id: string }[] }>(bench, `/api/themes/${one?.id}/contributions?limit=${ACTS}`)
  for (const [n, { id }] of items.entries()) {
    const began = performance.now()
    const response = await fetch(`${bench.ours.url}/api/venues/${venueId}/theme-places`, {
      method: 'PUT',
      headers: { ...bench.headers, 'content-type': 'application/json', 'idempotency-key': `act-${count}-${n}-${id}` },
      body: JSON.stringify({ contributionIds: [id], themeId: other?.id }),
    })
    if (response.status !== 200) throw new Error(`a host's act was answered ${response.status}`)
    await response.arrayBuffer()
    ms.push(performance.now() - began)
  }
  const value = median(ms)
  return {
    name: `host's act at ${count.toLocaleString('en')} contributions with votes, median`,
    ours: `${ms.length}`,
    bare: '',
    value: `${value.toFixed(0)} ms`,
    bar: '< 300 ms',
    met: value < 300,
  }
}

function memoryFigure(bench: Bench, texts: number): Figure {
  const mb = memoryMb(bench.ours.pid)
  const name = `memory of the process that holds ${texts.toLocaleString('en')} texts in two threads`
  return { name, ours: '', bare: '', value: `${mb} MB`, bar: '', met: null }
}
