import { forumsFor, mayInVenue } from '../conversation/index.ts'
import type { Actor, Decision } from '../kernel/index.ts'
import { type Ctx, currentCursor, mayOf } from '../platform/index.ts'
import type { JamSummary, JamView } from './contract.ts'
import { clockOf, jamFor, jamOf } from './find-jam.ts'
import type { LobbyLinks } from './lobby-links.ts'
import { mayEdit, mayExport, mayExtend, mayInvite, mayMove, mayOpen } from './rules/may.ts'
import { hinders, missingOf } from './rules/missing.ts'
import { applyToJam, endOf } from './rules/phase.ts'
import { findChanges } from './store/changes.ts'
import type { JamRow, WholeJamRow } from './store/jams.ts'

/** `links`: to show the lobby's link to those who may hand it out; without it nobody is shown it. */
export type Viewing = { readonly jamId: string; readonly publicUrl: URL; readonly links?: LobbyLinks }

const NOBODY_YET = { people: 0, writers: 0, guests: 0, hubs: 0, contributions: 0, replies: 0, votes: 0 }

/** A jam with its forums, its course and what the actor may do, with reasons. The phase is the one the clock says, also
 *  in the second before it is written. Six statements, whatever its size. */
export async function viewJam(ctx: Ctx<Actor>, viewing: Viewing): Promise<JamView> {
  const { jamId } = viewing
  const cursor = await currentCursor(ctx.tx)
  const row = byClock(await jamFor(ctx, jamId), ctx.now)
  const missing = missingOf(
    { ...clockOf(row), promise: row.promise, forums: row.forums, hosts: row.hosts.length },
    ctx.now,
  )
  return {
    jam: summaryOf(row),
    promise: row.promise,
    audience: { hubs: row.hubs, guests: row.guests },
    lobby: row.lobby,
    lobbyLink: lobbyLinkOf(ctx, row, viewing),
    hosts: row.hosts,
    forums: await forumsFor(ctx, jamId),
    changes: await findChanges(ctx.tx, jamId),
    missing: missing.map((key) => ({ key, sentence: ctx.say(key) })),
    now: ctx.now.toISOString(),
    cursor,
    may: { ...(await mayInVenue(ctx, jamId)), ...mayRun(ctx, row, missing.filter(hinders)) },
  }
}

function mayRun(ctx: Ctx<Actor>, row: WholeJamRow, hindering: readonly string[]) {
  const { actor } = ctx
  const jam = jamOf(row)
  const may = (decision: Decision) => mayOf(ctx, decision)
  return {
    edit: may(mayEdit(actor, jam)),
    open: may(mayOpen(actor, jam, hindering)),
    extend: may(mayExtend(actor, jam)),
    move: may(mayMove(actor, jam)),
    export: may(mayExport(actor, jam)),
    invite: may(mayInvite(actor, jam)),
  }
}

/** The jam as it is by the clock, whether or not somebody has moved it yet. */
function byClock(row: WholeJamRow, now: Date): WholeJamRow {
  const settled = applyToJam(clockOf(row), { type: 'clock' }, now)
  return settled.ok ? { ...row, ...settled.jam } : row
}

/** A jam in one line of a list. */
export function summaryOf(row: JamRow): JamSummary {
  const { id, title, question, phase, guests, hosting } = row
  const { opensAt, rateAt, closesAt, archiveAt } = row
  return {
    id,
    title,
    question,
    phase,
    hub: { id: row.hubId, name: row.hubName },
    guests,
    dates: { opensAt: iso(opensAt), rateAt: iso(rateAt), closesAt: iso(closesAt), archiveAt: iso(archiveAt) },
    endsAt: iso(endOf(phase, { opensAt, rateAt, closesAt, archiveAt })),
    openedAt: iso(row.openedAt),
    closedAt: iso(row.closedAt),
    counts: row.counts ?? NOBODY_YET,
    hosting,
  }
}

function iso(date: Date | null): string | null {
  return date?.toISOString() ?? null
}

/** The secret is for those who may hand it out. */
function lobbyLinkOf({ actor }: Ctx<Actor>, row: WholeJamRow, { links, publicUrl }: Viewing): string | null {
  if (row.lobby !== 'link' || !row.linkSealed || !(actor.owner || row.hosting)) return null
  const token = links?.open(row.id, row.linkSealed)
  if (!token) return null
  const link = new URL(`/lobby/${row.id}`, publicUrl)
  link.searchParams.set('link', token)
  return link.href
}
