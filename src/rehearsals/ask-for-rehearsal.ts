import { jamFor, mayHost } from '../jams/index.ts'
import { type Actor, type Decision, ensure, Refusal, refused } from '../kernel/index.ts'
import { type Ctx, mayOf, newId } from '../platform/index.ts'
import type { RehearsalView } from './contract.ts'
import { endRehearsal, findRehearsalFor, insertRehearsal } from './store/rehearsals.ts'

type Jam = { readonly jamId: string }

/** A jam is rehearsed by who hosts it, before it opens. */
function mayRehearse(actor: Actor, jam: { readonly hosting: boolean; readonly phase: string }): Decision {
  const host = mayHost(actor, jam)
  if (!host.ok) return host
  return jam.phase === 'prepare' ? host : refused('rehearsal.before-the-opening')
}

/** The latest rehearsal of a jam, for its hosts. */
export async function viewRehearsal(ctx: Ctx, { jamId }: Jam): Promise<RehearsalView> {
  const jam = await jamFor(ctx, jamId)
  ensure(mayHost(ctx.actor, jam))
  const rehearsal = await findRehearsalFor(ctx.tx, ctx.actor, jamId)
  return { jamId, rehearsal, may: { start: mayOf(ctx, mayRehearse(ctx.actor, jam)) } }
}

/** Asks for a rehearsal: a server takes it within a second or two, or once the one before it is over. */
export async function startRehearsal(ctx: Ctx, { jamId, people }: Jam & { people: number }): Promise<string> {
  ensure(mayRehearse(ctx.actor, await jamFor(ctx, jamId)))
  const asked = { id: newId(), jamId, people, by: ctx.actor.personId }
  if (!(await insertRehearsal(ctx.tx, asked))) throw new Refusal('rehearsal.goes-on', { status: 409 })
  return jamId
}

/** Stops a rehearsal, which is then wiped; of one that is over the list is forgotten. */
export async function stopRehearsal(ctx: Ctx, { jamId }: Jam): Promise<string> {
  ensure(mayHost(ctx.actor, await jamFor(ctx, jamId)))
  await endRehearsal(ctx.tx, jamId)
  return jamId
}
