import pg from 'pg'
import { barcelonaLines } from '../dev/convert/barcelona-lines.ts'
import { importJam } from '../src/jams/index.ts'
import { formatLine } from '../src/jams/rules/jam-lines.ts'
import { type Database, openDatabase } from '../src/platform/index.ts'
import { computeVenue } from '../src/themes/compute-venue.ts'
import { openFeeding } from '../src/themes/feed-engine.ts'
import { placeNew } from '../src/themes/place-new.ts'
import { addWaiting } from '../src/themes/store/computing.ts'
import { openEngine } from '../src/themes/worker/open-engine.ts'

/** A real jam, grown again: `from` contributions and replies stand at the beginning, each step adds `growth` of what is
 *  there, up to `upTo`. */
export type Replay = {
  readonly connection: pg.ClientConfig
  readonly admin: pg.ClientConfig
  readonly datasets: string
  readonly from: number
  readonly growth: number
  readonly upTo: number
}

/** What became of the contributions of one step: of those that stood in a theme, the share that still stands in the one with
 *  the same id; the languages that people write; and how long the computation took. */
export type Step = {
  readonly texts: number
  readonly kept: number
  readonly languages: readonly string[]
  readonly seconds: number
}

/** Replays the Barcelona set through the product's own way (rows, feeding, placing, computing, writing). */
export async function replayJam(replay: Replay): Promise<Step[]> {
  const lines = firstLines(replay)
  const database = openDatabase(replay.connection)
  const { jamId } = await importJam(database, {
    open: async function* () {
      yield* lines
    },
  })
  const admin = new pg.Client(replay.admin)
  await admin.connect()
  const stage = await openStage(admin, jamId)
  const product = openThemesOf(database)
  const steps: Step[] = []
  try {
    let places = new Map<string, string>()
    for (
      let done = 0, wanted = replay.from;
      done < Math.min(replay.upTo, stage.ids.length);
      wanted *= 1 + replay.growth
    ) {
      const ids = stage.ids.slice(done, Math.ceil(wanted))
      done += ids.length
      await stage.enter(ids)
      const began = performance.now()
      await product.grow(stage.venueId, ids)
      const seconds = (performance.now() - began) / 1000
      const now = await stage.places()
      const kept = [...places].filter(([id, theme]) => now.get(id) === theme).length / Math.max(1, places.size)
      if (places.size > 0) steps.push({ texts: done, kept, languages: await stage.languages(), seconds })
      places = now
    }
  } finally {
    await product.stop()
    await admin.end()
    await database.close()
  }
  return steps
}

/** The jam with its first contributions only. */
function firstLines({ datasets, upTo }: Replay): string[] {
  const lines: string[] = []
  let texts = 0
  for (const line of barcelonaLines(datasets, { phase: 'archive', votes: 0, seed: 1 })) {
    if (line.type !== 'contribution' || texts++ < upTo) lines.push(formatLine(line))
  }
  return lines
}

/** Themes without clocks: what came is heard of, placed, computed and written when it is said. */
function openThemesOf(database: Database) {
  const engine = openEngine()
  const feeding = openFeeding({ database, engine })
  const computing = { database, engine, feeding }
  return {
    async grow(venueId: string, ids: readonly string[]): Promise<void> {
      await feeding.feed(venueId, ids)
      await database.transaction({ role: 'jobs' }, (tx) => addWaiting(tx, ids))
      while (await placeNew(computing));
      await computeVenue(computing, venueId)
    },
    stop: () => engine.stop(),
  }
}

/** An empty venue beside the imported one: texts enter it in the order in which they were written. */
async function openStage(admin: pg.Client, jamId: string) {
  const { rows } = await admin.query('select id from contribution where venue_id = $1 order by posted_at, number, id', [
    jamId,
  ])
  const ids = rows.map(({ id }) => String(id))
  const made = await admin.query(
    `with v as (insert into venue (id, kind, hub_id, visible, accepts, created_at)
       select gen_random_uuid(), kind, hub_id, true, 'nothing', now() from venue where id = $1 returning id),
     s as (insert into theme_state (venue_id) select id from v) select id from v`,
    [jamId],
  )
  const venueId = String(made.rows[0].id)
  const columnOf = async (text: string): Promise<Record<string, string>[]> => (await admin.query(text, [venueId])).rows
  return {
    ids,
    venueId,
    enter: (some: readonly string[]) =>
      admin.query('update contribution set venue_id = $1 where id = any ($2::uuid[])', [venueId, some]),
    places: async (): Promise<Map<string, string>> => {
      const placed = await columnOf(
        'select contribution_id as id, theme_id as theme from theme_place where venue_id = $1 and theme_id is not null',
      )
      return new Map(placed.map(({ id = '', theme = '' }) => [id, theme]))
    },
    /** Those of at least a fiftieth of the texts. */
    languages: async (): Promise<string[]> => {
      const found = await columnOf(
        `select language from contribution where venue_id = $1 group by language
         having count(*) * 50 >= (select count(*) from contribution where venue_id = $1) order by language`,
      )
      return found.map(({ language = '' }) => language)
    },
  }
}
