import type { Actor, AnswerOf } from '../kernel/index.ts'
import type { Ctx } from '../platform/index.ts'
import type { organisationContract } from './contract.ts'
import { mayAdminister, mayStartJams } from './rules/may.ts'
import { findHubNames } from './store/hubs.ts'
import { findOrganisation } from './store/organisation.ts'

/** What the shell of the web shows: the organisation (null before the first run), who is signed in, what they may. */
export async function viewMe({
  tx,
  actor,
}: Ctx<Actor>): Promise<AnswerOf<(typeof organisationContract)['GET /api/me']>> {
  const organisation = await findOrganisation(tx)
  const isSignedIn = actor.personId !== null
  return {
    organisation: organisation
      ? { name: organisation.name, locale: organisation.locale, timeZone: organisation.timeZone }
      : null,
    person: actor.personId === null ? null : { id: actor.personId, ...(await shown(tx, actor)) },
    may: { administer: mayAdminister(actor).ok, startJam: mayStartJams(actor), seeHubs: isSignedIn },
  }
}

async function shown(tx: Ctx['tx'], actor: Actor) {
  const { name, locale, timeZone, owner, guest, homeHubId } = actor
  const [home] = homeHubId ? await findHubNames(tx, [homeHubId]) : []
  return { name, locale, timeZone, owner, guest, homeHubId, homeHub: home?.name ?? null }
}
