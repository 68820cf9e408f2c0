import { randomBytes } from 'node:crypto'
import { detectLanguage } from '../analysis/index.ts'
import { placeUnder, recountVenue } from '../conversation/index.ts'
import { standAnew } from '../folds/index.ts'
import { newId, renderMarkdown, type Tx } from '../platform/index.ts'
import { saveActedIn } from '../reading/index.ts'
import { saveMachine } from './apply-event.ts'
import { jamOfOperator } from './find-jam.ts'
import { importLedger } from './import-answers.ts'
import { importHubs } from './import-hubs.ts'
import type { ContributionLine, HubLine, JamLine, Line, LineType } from './rules/jam-format.ts'
import { BadLine } from './rules/jam-lines.ts'
import { endOf, type JamClock, type Plan } from './rules/phase.ts'
import { insertMatterLines, insertPromiseLines } from './store/answers.ts'
import {
  analyzeConversation,
  appendPieces,
  countContributions,
  findTaken,
  insertChanges,
  insertContributions,
  insertEditions,
  insertFoldActs,
  insertForums,
  insertNear,
  insertPeople,
  insertVersions,
  insertVotes,
  insertWholeJam,
  type NewContributionRow,
} from './store/import.ts'
import { insertIdeas, insertPairs, insertRating, insertTallies } from './store/import-ideas.ts'
import { insertMeetingLines } from './store/meetings.ts'
import { insertPollLines } from './store/polls.ts'
import { insertThemeLines, insertThemePlaceLines } from './store/themes.ts'
import { tell } from './tell.ts'

/** A line with its number in the file; the first is 1. */
export type Numbered<L extends Line = Line> = { readonly number: number; readonly line: L }

/** What came in, counted by type. */
export type ImportedJam = { readonly jamId: string; readonly title: string; readonly counts: Record<LineType, number> }

/** An import on its way: lines of one type together, checked, in the order of the file; then the end. */
export type Import = { take(lines: readonly Numbered[]): Promise<void>; finish(): Promise<ImportedJam> }

type Place = { readonly thread: string; readonly path: string; readonly depth: number }

type State = {
  readonly tx: Tx
  readonly counts: Record<LineType, number>
  readonly places: Map<string, Place>
  /** The languages of the hubs that take part: they help to tell the language of a few words. */
  readonly likely: Set<string>
  jam: JamLine | undefined
  begun: boolean
}

const SALT_BYTES = 32

/** From so many rows on what the planner knows of the tables may be far from what is in them. */
const MANY = 1_000

/** Begins to write a jam in this transaction. */
export function beginImport(tx: Tx): Import {
  const counts = {
    ...{ jam: 0, hub: 0, person: 0, forum: 0, contribution: 0, version: 0, vote: 0 },
    ...{ 'near-duplicate': 0, 'fold-act': 0, idea: 0, rating: 0, 'idea-rating': 0, 'idea-pair': 0 },
    ...{ meeting: 0, theme: 0, 'theme-place': 0, poll: 0, ledger: 0, matter: 0, promise: 0, edition: 0, piece: 0 },
  }
  const state: State = { tx, counts, places: new Map(), likely: new Set(), jam: undefined, begun: false }
  return {
    async take(lines) {
      const type = lines[0]?.line.type
      if (type === undefined) return
      if (type !== 'jam' && type !== 'hub' && type !== 'person') await beginJam(state)
      await takers[type](state, lines as never)
      state.counts[type] += lines.length
    },
    async finish() {
      const jam = await beginJam(state)
      await countContributions(tx, jam.id)
      await saveActedIn(tx, jam.id)
      await recountVenue(tx, jam.id)
      await standAnew(tx, jam.id)
      if (state.counts.contribution + state.counts.vote >= MANY) await analyzeConversation(tx)
      // Whoever waits for jams that reach this phase begins at once.
      const until = machineOf(jam, tx.now).nextAt?.toISOString() ?? null
      await tell(tx, { type: 'jam.moved', facts: { jamId: jam.id, phase: jam.phase, until } }, null)
      return { jamId: jam.id, title: jam.title, counts: state.counts }
    },
  }
}

type Taker<T extends LineType> = (state: State, lines: readonly Numbered<Extract<Line, { type: T }>>[]) => Promise<void>

const linesOf = <L extends Line>(lines: readonly Numbered<L>[]): L[] => lines.map(({ line }) => line)

const takers: { readonly [T in LineType]: Taker<T> } = {
  async jam(state, [first]) {
    if (first === undefined) return
    const taken = await findTaken(state.tx, 'venue', [first.line.id])
    if (taken.size > 0) throw new BadLine(first.number, 'this jam is here already; with a new title it becomes a copy')
    state.jam = first.line
  },
  async hub(state, lines) {
    const hubs = lines.map(({ line }) => line)
    for (const tag of hubs.flatMap((hub) => languagesOf(hub, state.jam))) state.likely.add(tag)
    await importHubs(state.tx, hubs)
  },
  async person({ tx }, lines) {
    await insertPeople(tx, linesOf(lines))
  },
  async forum(state, lines) {
    await refuseTaken(state.tx, 'forum', lines)
    await insertForums(state.tx, jamIdOf(state), linesOf(lines))
  },
  async contribution(state, lines) {
    await refuseTaken(state.tx, 'contribution', lines)
    const rows = lines.map(({ line }) => placed(state, line))
    await insertContributions(state.tx, jamIdOf(state), rows)
  },
  async version({ tx }, lines) {
    await insertVersions(
      tx,
      lines.map(({ line }) => ({ ...line, html: renderMarkdown(line.body) })),
    )
  },
  async 'near-duplicate'(state, lines) {
    await insertNear(state.tx, jamIdOf(state), linesOf(lines))
  },
  async 'fold-act'(state, lines) {
    await insertFoldActs(state.tx, jamIdOf(state), linesOf(lines))
  },
  async vote(state, lines) {
    await insertVotes(state.tx, jamIdOf(state), linesOf(lines))
  },
  async idea(state, lines) {
    await refuseTaken(state.tx, 'idea', lines)
    await insertIdeas(state.tx, jamIdOf(state), linesOf(lines))
  },
  async meeting(state, lines) {
    await refuseTaken(state.tx, 'meeting', lines)
    await insertMeetingLines(state.tx, jamIdOf(state), linesOf(lines))
  },
  async theme(state, lines) {
    await refuseTaken(state.tx, 'theme', lines)
    await insertThemeLines(state.tx, jamIdOf(state), linesOf(lines))
  },
  async 'theme-place'(state, lines) {
    await insertThemePlaceLines(state.tx, jamIdOf(state), linesOf(lines))
  },
  async poll(state, lines) {
    await refuseTaken(state.tx, 'poll', lines)
    const polls = lines.map(({ line }) => ({ ...line, salt: randomBytes(SALT_BYTES).toString('hex') }))
    await insertPollLines(state.tx, jamIdOf(state), polls)
  },
  async ledger(state, [first]) {
    if (first && state.jam) await importLedger(state.tx, state.jam, first.line)
  },
  async matter(state, lines) {
    await insertMatterLines(state.tx, jamIdOf(state), linesOf(lines))
  },
  async promise(state, lines) {
    await insertPromiseLines(state.tx, jamIdOf(state), { lines: lines.map(({ line }) => line), newId })
  },
  async rating(state, lines) {
    await insertRating(state.tx, jamIdOf(state), linesOf(lines))
  },
  async 'idea-rating'(state, lines) {
    await insertTallies(state.tx, jamIdOf(state), linesOf(lines))
  },
  async 'idea-pair'(state, lines) {
    await insertPairs(state.tx, jamIdOf(state), linesOf(lines))
  },
  async edition(state, lines) {
    await refuseTaken(state.tx, 'report_edition', lines)
    await insertEditions(state.tx, jamIdOf(state), linesOf(lines))
  },
  async piece({ tx }, lines) {
    await appendPieces(tx, linesOf(lines))
  },
}

function languagesOf(hub: HubLine, jam: JamLine | undefined): string[] {
  const isPart = jam?.hub === hub.id || jam?.audience.hubs.includes(hub.id)
  return isPart ? hub.locales.flatMap((locale) => locale.split('-')[0]?.toLowerCase() ?? []) : []
}

type Made = Numbered<Extract<Line, { id: string }>>

type What = 'forum' | 'contribution' | 'idea' | 'meeting' | 'theme' | 'poll' | 'report_edition'

async function refuseTaken(tx: Tx, what: What, lines: readonly Made[]): Promise<void> {
  const taken = await findTaken(
    tx,
    what,
    lines.map(({ line }) => line.id),
  )
  const first = lines.find(({ line }) => taken.has(line.id))
  if (first)
    throw new BadLine(
      first.number,
      `${what === 'idea' ? 'an' : 'a'} ${what.replace('_', ' ')} with this id is here already`,
    )
}

function jamIdOf({ jam }: State): string {
  if (!jam) throw new Error('the jam has not been read') // the file's check lets nothing come before it
  return jam.id
}

/** Writes the jam itself once hubs and people are there. The phase machine then gives it phase, dates and clock. */
async function beginJam(state: State): Promise<JamLine> {
  const { tx, jam, begun } = state
  if (!jam) throw new Error('the jam has not been read')
  if (begun) return jam
  state.begun = true
  await insertWholeJam(tx, jam)
  await insertChanges(
    tx,
    jam.id,
    jam.changes.map((change) => ({ ...change, id: newId() })),
  )
  const row = await jamOfOperator(tx, jam.id)
  if (row) await saveMachine(tx, row, machineOf(jam, tx.now))
  return jam
}

function machineOf({ phase, dates, openedAt, closedAt }: JamLine, now: Date): JamClock {
  const plan: Plan = {
    opensAt: dateOf(dates.opensAt),
    rateAt: dateOf(dates.rateAt),
    closesAt: dateOf(dates.closesAt),
    archiveAt: dateOf(dates.archiveAt),
  }
  const next = endOf(phase, plan)
  const missedOpening = phase === 'prepare' && next !== null && next <= now
  const nextAt = missedOpening ? null : next
  return { phase, plan, openedAt: dateOf(openedAt), closedAt: dateOf(closedAt), nextAt, complete: true }
}

function dateOf(instant: string | null): Date | null {
  return instant === null ? null : new Date(instant)
}

function placed({ places, likely }: State, line: ContributionLine): NewContributionRow {
  const parent = line.parent === null ? undefined : places.get(line.parent)
  const place: Place = parent
    ? { thread: parent.thread, ...placeUnder(parent, line.number) }
    : { thread: line.id, path: '', depth: 0 }
  places.set(line.id, place)
  const words = `${line.title ?? ''}\n${line.body}`
  const language = line.language ?? detectLanguage(words, [...likely]).language
  return { ...line, ...place, language, html: renderMarkdown(line.body) }
}
