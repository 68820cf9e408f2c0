import { emit, newId, type Tx } from '../platform/index.ts'
import type { IdentityEvent } from './events.ts'
import { soundLocale } from './sound-locale.ts'
import { insertAddress, insertPerson } from './store/people.ts'

/** Somebody new. `confirmed`: the address is known to be theirs (first run); otherwise it is a claim that a letter asks
 *  them to confirm. `passwordHash` null: they sign in by links. */
export type MakePerson = {
  readonly name: string
  readonly email: string
  readonly passwordHash: string | null
  readonly locale: string
  readonly timeZone: string
  readonly homeHubId: string | null
  readonly owner: boolean
  readonly guest: boolean
  readonly confirmed: boolean
}

/** Makes a person with an address. Never tells whether the address is known. Answers the new id.
 *  Throws Refusal 400 for a language or time zone that does not exist. */
export async function makePerson(tx: Tx, given: MakePerson): Promise<string> {
  const { email, passwordHash, confirmed, homeHubId, owner, guest } = given
  const id = newId()
  await insertPerson(tx, { id, name: given.name.trim(), homeHubId, owner, guest, ...soundLocale(given) })
  await insertAddress(tx, { personId: id, email, passwordHash, confirmed })
  const event: IdentityEvent = { type: 'person.made', facts: { personId: id, guest } }
  await emit(tx, { ...event, topics: [`person:${id}`], personId: id })
  return id
}
