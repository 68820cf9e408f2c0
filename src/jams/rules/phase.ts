import { allowed, type Decision, refused } from '../../kernel/index.ts'
import type { Phase } from '../contract.ts'

/** When the phases are planned to begin; null: by hand, or (rateAt) no rating phase. */
export type Plan = {
  readonly opensAt: Date | null
  readonly rateAt: Date | null
  readonly closesAt: Date | null
  readonly archiveAt: Date | null
}

/** What the phase machine knows of a jam. `complete`: nothing but right dates is missing for the opening.
 *  `nextAt`: when the clock moves it next; null when it does not, and after an opening by clock that was missed. */
export type JamClock = {
  readonly phase: Phase
  readonly plan: Plan
  readonly openedAt: Date | null
  readonly closedAt: Date | null
  readonly nextAt: Date | null
  readonly complete: boolean
}

export type JamEvent =
  | { readonly type: 'clock' }
  | { readonly type: 'open'; readonly reason: string | null }
  | { readonly type: 'extend'; readonly until: Date; readonly reason: string }
  | { readonly type: 'move'; readonly to: 'rate' | 'report' | 'archive'; readonly reason: string }

/** One line of what everybody sees of a jam's course. `until`: when the phase named ends by plan. */
export type Change = {
  readonly at: Date
  readonly kind: 'opened' | 'moved' | 'extended' | 'closed-early'
  readonly phase: Phase
  readonly until: Date | null
  readonly reason: string | null
  readonly byClock: boolean
}

export type Outcome =
  | { readonly ok: true; readonly jam: JamClock; readonly changes: readonly Change[] }
  | { readonly ok: false; readonly because: string }

const ORDER: readonly Phase[] = ['prepare', 'discuss', 'rate', 'report', 'archive']
/** A plan does not reach further than ten years: beyond that it is a slip of the finger. */
const FARTHEST_MS = 3_653 * 86_400_000

export function isLater(phase: Phase, than: Phase): boolean {
  return ORDER.indexOf(phase) > ORDER.indexOf(than)
}

/** When a phase ends by plan; null when it ends by hand or never. */
export function endOf(phase: Phase, plan: Plan): Date | null {
  if (phase === 'prepare') return plan.opensAt
  if (phase === 'discuss') return plan.rateAt ?? plan.closesAt
  if (phase === 'rate') return plan.closesAt
  return phase === 'report' ? plan.archiveAt : null
}

/** Are the dates such that a jam may open now: an end, everything ahead, in ascending order? */
export function isPlanReady(plan: Plan, now: Date): boolean {
  if (!plan.closesAt) return false
  const ahead = [now, plan.rateAt, plan.closesAt, plan.archiveAt].filter((date) => date !== null)
  return ahead.every((date, at) => at === 0 || date > (ahead[at - 1] ?? now))
}

/** The one way a jam's phase changes. Whatever the clock should already have done is done first, so a late clock and a
 *  host's hand give the same result in either order. `now` is the database's clock. */
export function applyToJam(jam: JamClock, event: JamEvent, now: Date): Outcome {
  const settled = settle(jam, now)
  if (event.type === 'clock') return { ok: true, ...settled }
  const applied = applyByHand(settled.jam, event, now)
  return applied.ok ? { ...applied, changes: [...settled.changes, ...applied.changes] } : applied
}

function applyByHand(jam: JamClock, event: Exclude<JamEvent, { type: 'clock' }>, now: Date): Outcome {
  if (event.type === 'open') return openByHand(jam, event.reason, now)
  return event.type === 'extend' ? extend(jam, event, now) : moveOn(jam, event, now)
}

/** Ticks until nothing is due: a server that was away for two phases makes two steps. */
function settle(jam: JamClock, now: Date): { jam: JamClock; changes: Change[] } {
  const changes: Change[] = []
  let at = jam
  while (at.nextAt && at.nextAt <= now) {
    const next = tick(at, now)
    if (next.change) changes.push(next.change)
    at = next.jam
  }
  return { jam: at, changes }
}

/** One step of the clock. An opening that is due while something is missing does not happen, then or later by itself:
 *  nobody wants a jam to open at the moment the last field is filled in. */
export function tick(jam: JamClock, now: Date): { jam: JamClock; change: Change | null } {
  const due = jam.nextAt
  if (!due || due > now) return { jam, change: null }
  if (jam.phase !== 'prepare') {
    const phase = jam.phase === 'discuss' && jam.plan.rateAt ? 'rate' : jam.phase === 'report' ? 'archive' : 'report'
    return enter({ jam, phase, at: due, kind: 'moved', reason: null, byClock: true })
  }
  if (!jam.complete || !isPlanReady(jam.plan, now)) return { jam: { ...jam, nextAt: null }, change: null }
  const opened = { ...jam, openedAt: now }
  return enter({ jam: opened, phase: 'discuss', at: now, kind: 'opened', reason: null, byClock: true })
}

type Entering = { jam: JamClock; phase: Phase; at: Date; kind: Change['kind']; reason: string | null; byClock: boolean }

function enter({ jam, phase, ...change }: Entering): { jam: JamClock; change: Change } {
  const until = endOf(phase, jam.plan)
  const closedAt = isLater(phase, 'rate') ? (jam.closedAt ?? change.at) : null
  return { jam: { ...jam, phase, closedAt, nextAt: until }, change: { ...change, phase, until } }
}

function openByHand(jam: JamClock, reason: string | null, now: Date): Outcome {
  if (jam.phase !== 'prepare') return no('jam.already-open')
  if (!jam.complete || !isPlanReady(jam.plan, now)) return no('jam.not-ready')
  const opened = { ...jam, openedAt: now, plan: { ...jam.plan, opensAt: now } }
  const { jam: open, change } = enter({
    jam: opened,
    phase: 'discuss',
    at: now,
    kind: 'opened',
    reason,
    byClock: false,
  })
  return { ok: true, jam: open, changes: [change] }
}

/** A later end of the present phase. Everything planned after it moves by the same span, so that the later phases keep
 *  their length. */
function extend(jam: JamClock, { until, reason }: { until: Date; reason: string }, now: Date): Outcome {
  const end = endOf(jam.phase, jam.plan)
  if (jam.phase === 'prepare') return no('jam.not-open')
  if (!end) return no(jam.phase === 'archive' ? 'jam.archived' : 'jam.no-end-to-extend')
  if (until <= end || until <= now) return no('jam.extend-later')
  if (until.getTime() - now.getTime() > FARTHEST_MS) return no('jam.dates.too-far')
  const spanMs = until.getTime() - end.getTime()
  const moved = (date: Date | null): Date | null => (date && date >= end ? new Date(date.getTime() + spanMs) : date)
  const { opensAt, rateAt, closesAt, archiveAt } = jam.plan
  const plan = { opensAt, rateAt: moved(rateAt), closesAt: moved(closesAt), archiveAt: moved(archiveAt) }
  const change: Change = { at: now, kind: 'extended', phase: jam.phase, until, reason, byClock: false }
  return { ok: true, jam: { ...jam, plan, nextAt: until }, changes: [change] }
}

/** Early, by hand. The plan then tells what happened: the phase left ends now, a rating that was passed over is none. */
function moveOn(jam: JamClock, { to, reason }: { to: Phase; reason: string }, now: Date): Outcome {
  if (jam.phase === 'prepare') return no('jam.not-open')
  if (jam.phase === 'archive') return no('jam.archived')
  if (!isLater(to, jam.phase)) return no('jam.only-forward')
  const kind = to === 'rate' || jam.phase === 'report' ? 'moved' : 'closed-early'
  const left = { ...jam, plan: planAfterMove(jam.plan, to, now) }
  const { jam: moved, change } = enter({ jam: left, phase: to, at: now, kind, reason, byClock: false })
  return { ok: true, jam: moved, changes: [change] }
}

function planAfterMove(plan: Plan, to: Phase, now: Date): Plan {
  if (to === 'rate') return { ...plan, rateAt: now }
  const rateAt = plan.rateAt && plan.rateAt <= now ? plan.rateAt : null
  const closesAt = plan.closesAt && plan.closesAt <= now ? plan.closesAt : now
  return { ...plan, rateAt, closesAt, archiveAt: to === 'archive' ? now : plan.archiveAt }
}

/** What a host asks for in the set-up: ascending, and ahead unless it already stood there. */
export function mayPlan(plan: Plan, before: Plan, now: Date): Decision {
  const dates = [plan.opensAt, plan.rateAt, plan.closesAt, plan.archiveAt].filter((date) => date !== null)
  if (dates.some((date, at) => at > 0 && date <= (dates[at - 1] ?? date))) return refused('jam.dates.ascend')
  if (dates.some((date) => date.getTime() - now.getTime() > FARTHEST_MS)) return refused('jam.dates.too-far')
  const stood = new Set(Object.values(before).map((date) => date?.getTime()))
  if (dates.some((date) => date <= now && !stood.has(date.getTime()))) return refused('jam.dates.past')
  return allowed
}

const DAY_MS = 86_400_000

/** The day of a promise is still ahead, or today in some zone, unless it already stood there. Days as YYYY-MM-DD. */
export function mayPromiseBy(day: string | undefined, before: string | undefined, now: Date): Decision {
  const isPast = day !== undefined && day < new Date(now.getTime() - DAY_MS).toISOString().slice(0, 10)
  return isPast && day !== before ? refused('jam.promise.past') : allowed
}

function no(because: string): Outcome {
  return { ok: false, because }
}
