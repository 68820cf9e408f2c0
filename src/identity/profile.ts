import { type InputOf, notFound } from '../kernel/index.ts'
import { type Ctx, emit } from '../platform/index.ts'
import type { identityContract, Profile } from './contract.ts'
import type { IdentityEvent } from './events.ts'
import { soundLocale } from './sound-locale.ts'
import { findProfile, saveProfile } from './store/people.ts'

type Contract = typeof identityContract

/** Who the asker is, with the address that only they see. */
export async function viewProfile({ tx, actor }: Ctx): Promise<Profile> {
  const profile = await findProfile(tx, actor.personId)
  if (!profile) throw notFound()
  return profile
}

/** Changes the asker's own name, language and time zone. Throws Refusal 400 for a language or zone that does not exist. */
export async function changeProfile({ tx, actor }: Ctx, input: InputOf<Contract['PUT /api/profile']>): Promise<string> {
  await saveProfile(tx, actor.personId, { name: input.name.trim(), ...soundLocale(input) })
  const event: IdentityEvent = { type: 'profile.changed', facts: { personId: actor.personId } }
  await emit(tx, { ...event, topics: [`person:${actor.personId}`], personId: actor.personId })
  return actor.personId
}
