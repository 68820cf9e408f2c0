import { setVenue } from '../conversation/index.ts'
import { ensure, type InputOf, Refusal } from '../kernel/index.ts'
import type { Ctx } from '../platform/index.ts'
import { saveMachine } from './apply-event.ts'
import type { jamsContract, Lobby } from './contract.ts'
import { clockOf, jamOf, jamToRun, planOf } from './find-jam.ts'
import type { KeptLink, LobbyLinks } from './lobby-links.ts'
import { dayOf, planFrom } from './read-dates.ts'
import { mayChange, mayEdit, mayNameHosts, type Settings } from './rules/may.ts'
import { type JamClock, mayPlan, mayPromiseBy } from './rules/phase.ts'
import { settleJam } from './settle-jam.ts'
import { countExisting, saveSettings, type WholeJamRow } from './store/jams.ts'
import { tell } from './tell.ts'

export type SetUpJam = InputOf<(typeof jamsContract)['PUT /api/jams/:jamId']>

/** Changes what a jam is about, what is promised, who takes part, who reads, when, and who runs it. What people already
 *  rely on stays as it is (rules/may.ts). */
export async function setUpJam(ctx: Ctx, input: SetUpJam, links: LobbyLinks): Promise<string> {
  const row = await settleJam(ctx, await jamToRun(ctx, input.jamId))
  const wanted = settingsFrom(input)
  ensure(mayEdit(ctx.actor, jamOf(row)))
  ensure(mayChange(row.phase, settingsOf(row), wanted))
  ensure(mayNameHosts(ctx.actor, row, input.hosts))
  ensureInput(mayPromiseBy(wanted.promise?.by, row.promise?.by, ctx.now))
  await ensureExisting(ctx, wanted.hubs, input.hosts)
  await saveSettings(ctx.tx, { id: row.id, ...wanted, link: linkFor(row, wanted.lobby, links) })
  await saveMachine(ctx.tx, row, plannedAnew(row, wanted, ctx.now))
  await setAudience(ctx, { row, wanted, hosts: [...new Set(input.hosts)] })
  await tell(ctx.tx, { type: 'jam.changed', facts: { jamId: row.id, what: 'settings' } }, ctx.actor.personId)
  return row.id
}

function settingsFrom(input: SetUpJam): Settings {
  const { promise, audience, lobby, dates } = input
  return {
    title: input.title.trim(),
    question: input.question.trim(),
    promise: promise && { ...promise, by: dayOf(promise.by, 'promise/by') },
    hubs: [...new Set(audience.hubs)],
    guests: audience.guests,
    lobby,
    plan: planFrom(dates),
  }
}

function settingsOf(row: WholeJamRow): Settings {
  const { title, question, promise, guests, lobby } = row
  return { title, question, promise, guests, lobby, hubs: row.hubs.map((hub) => hub.id), plan: planOf(row) }
}

async function ensureExisting(ctx: Ctx, hubs: readonly string[], people: readonly string[]): Promise<void> {
  const found = await countExisting(ctx.tx, { hubs, people })
  if (found.hubs < hubs.length) throw new Refusal('jam.unknown-hub', { status: 422 })
  if (found.people < new Set(people).size) throw new Refusal('jam.unknown-host', { status: 422 })
}

/** A lobby that leaves "by link" forgets its link; when it returns it has a new one, as has one whose key was lost. */
function linkFor(row: WholeJamRow, lobby: Lobby, links: LobbyLinks): KeptLink | null {
  if (lobby !== 'link') return null
  const token = row.linkSealed && links.open(row.id, row.linkSealed)
  return token ? links.keep(row.id, token) : links.make(row.id)
}

/** The dates as asked for, and when the clock opens the jam: not at a time that has passed. */
function plannedAnew(row: WholeJamRow, wanted: Settings, now: Date): JamClock {
  const clock = clockOf(row)
  if (row.phase !== 'prepare') return clock
  ensureInput(mayPlan(wanted.plan, clock.plan, now))
  const { opensAt } = wanted.plan
  return { ...clock, plan: wanted.plan, nextAt: opensAt && opensAt > now ? opensAt : null }
}

function ensureInput(decision: ReturnType<typeof mayPlan>): void {
  if (!decision.ok) throw new Refusal(decision.because, { status: 422 })
}

type Audience = { row: WholeJamRow; wanted: Settings; hosts: readonly string[] }

/** Tells the venue what is new alone, so that streams are checked again only when somebody may have lost a right. */
async function setAudience(ctx: Ctx, { row, wanted, hosts }: Audience): Promise<void> {
  const before = settingsOf(row)
  const differ = (one: readonly string[], other: readonly string[]) =>
    new Set(one).symmetricDifference(new Set(other)).size > 0
  const change = {
    ...(before.guests !== wanted.guests && { guests: wanted.guests }),
    ...(before.lobby !== wanted.lobby && { lobby: wanted.lobby }),
    ...(differ(before.hubs, wanted.hubs) && { hubs: wanted.hubs }),
    ...(differ(
      row.hosts.map((host) => host.id),
      hosts,
    ) && { hosts }),
  }
  if (Object.keys(change).length > 0) await setVenue(ctx.tx, { id: row.id, ...change })
}
