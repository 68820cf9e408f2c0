import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { adjustedRand, opinion } from '../../src/analysis/index.ts'
import { seededRandom } from '../../src/analysis/seeded-random.ts'
import { type Figure, median } from '../figures.ts'
import { atLeast, atMost, equal, missing } from './bar.ts'
import { type AnalysisBench, dataSet, timed } from './data-sets.ts'

const SETS = ['vtaiwan.uberx', 'american-assembly.bowling-green', 'scoop-hivemind.biodiversity']
const SEEDS = 10
const PEOPLE = 1576
const STATEMENTS = 607

/** The bars of opinion groups: real votes beside the groups of Polis, and the time of one update. */
export async function measureOpinion(_: AnalysisBench): Promise<Figure[]> {
  return [...SETS.flatMap(measureSet), ...measureUpdate()]
}

type Row = Readonly<Record<string, string>>

function ballotsOf(rows: readonly Row[]): opinion.Ballots {
  const statements = Object.keys(rows[0] ?? {}).filter((column) => /^\d+$/.test(column))
  const cast = rows.flatMap((row, whose) =>
    statements.flatMap((column, which) => (row[column] ? [{ whose, which, value: Number(row[column]) }] : [])),
  )
  return {
    participants: rows.map(({ participant }) => participant ?? ''),
    statements,
    whose: Uint32Array.from(cast, ({ whose }) => whose),
    which: Uint32Array.from(cast, ({ which }) => which),
    values: Int8Array.from(cast, ({ value }) => value),
  }
}

function measureSet(set: string): Figure[] {
  const file = dataSet('polis', set, 'participants-votes.csv')
  if (file === undefined) return [missing(set, 'not in DANDELION_DATASETS')]
  const rows: Row[] = parse(readFileSync(file), { columns: true, bom: true })
  const ballots = ballotsOf(rows)
  const runs = Array.from({ length: SEEDS }, (_, seed) => opinion.findOpinionGroups(ballots, { seed }))
  const theirs = new Map(rows.map((row) => [row.participant ?? '', row['group-id'] ?? '']))
  const counted = new Set(runs[0]?.participants.map(({ id }) => id))
  const alike = rows.filter((row) => (row['group-id'] !== '') === counted.has(row.participant ?? ''))
  const theirCount = new Set([...theirs.values()].filter((group) => group !== '')).size
  const ours = runs.map(({ groups }) => groups.length)
  return [
    atLeast({ name: `${set}: counted as in Polis`, value: alike.length / rows.length, bar: 0.98 }),
    equal({ name: `${set}: groups, median of ${SEEDS} seeds`, value: median(ours), bar: theirCount, digits: 0 }),
    atLeast({
      name: `${set}: ARI, worst of ${SEEDS} seeds`,
      value: Math.min(...runs.map((run) => agreementWith(theirs, run))),
      bar: 0.7,
      reference: 'groups of Polis',
    }),
  ]
}

function agreementWith(theirs: ReadonlyMap<string, string>, { participants }: opinion.OpinionGroups): number {
  const inBoth = participants.filter(({ id }) => theirs.get(id) !== '')
  return adjustedRand(
    inBoth.map(({ group }) => group),
    inBoth.map(({ id }) => Number(theirs.get(id))),
  )
}

/** Every person has voted on every statement, by chance: no update has more votes, none settles more slowly. */
function measureUpdate(): Figure[] {
  const random = seededRandom(1)
  const votes = PEOPLE * STATEMENTS
  const ballots = {
    participants: Array.from({ length: PEOPLE }, (_, person) => String(person)),
    statements: Array.from({ length: STATEMENTS }, (_, statement) => String(statement)),
    whose: Uint32Array.from({ length: votes }, (_, at) => Math.floor(at / STATEMENTS)),
    which: Uint32Array.from({ length: votes }, (_, at) => at % STATEMENTS),
    values: Int8Array.from({ length: votes }, () => Math.floor(random() * 3) - 1),
  }
  const first = timed(() => opinion.findOpinionGroups(ballots, { seed: 1 }))
  const warm = timed(() => opinion.findOpinionGroups(ballots, { seed: 1, memory: first.result.memory }))
  const name = (what: string): string => `${PEOPLE} x ${STATEMENTS}, every vote cast by chance: ${what}`
  return [
    atMost({ name: name('first computation'), value: first.seconds, bar: 3, unit: 's' }),
    atMost({ name: name('update'), value: warm.seconds, bar: 3, unit: 's' }),
  ]
}
