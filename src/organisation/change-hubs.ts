import { soundLocale } from '../identity/index.ts'
import { ensure, type InputOf, Refusal } from '../kernel/index.ts'
import { type Ctx, newId } from '../platform/index.ts'
import { HUBS_MAX, type organisationContract } from './contract.ts'
import { mayLookAfter } from './rules/may.ts'
import { hasRoomBelow, pathUnder } from './rules/tree.ts'
import { countHubs, findHubFor, insertHub, lockSiblings, saveHub } from './store/hubs.ts'
import { tell } from './tell.ts'

type Contract = typeof organisationContract
type HubBody = InputOf<Contract['POST /api/hubs']>['hub']

function sound({ name, locales, timeZone }: HubBody) {
  const known = locales.map((locale) => soundLocale({ locale, timeZone }).locale)
  return { name: name.trim(), locales: [...new Set(known)], timeZone }
}

const taken = (name: string): Refusal => new Refusal('hub.name-taken', { status: 409, values: { name } })

/** Adds a hub under another: its hosts, hosts above and owners. Throws Refusal 409 for a name beside it that is taken,
 *  a tree that is full or too deep. Answers the new id. */
export async function addHub({ tx, actor }: Ctx, { parentId, hub }: InputOf<Contract['POST /api/hubs']>) {
  const parent = await findHubFor(tx, actor, parentId)
  ensure(mayLookAfter(actor, parent.path))
  if (!hasRoomBelow(parent.path)) throw new Refusal('hub.too-deep', { status: 409 })
  if ((await countHubs(tx)) >= HUBS_MAX) throw new Refusal('hub.too-many', { status: 409, values: { most: HUBS_MAX } })
  const id = newId()
  await lockSiblings(tx, parentId)
  const given = sound(hub)
  if (!(await insertHub(tx, { id, parentId, path: pathUnder(parent.path, id), ...given }))) throw taken(given.name)
  await tell(tx, { type: 'hub.added', facts: { hubId: id, parentId } }, { hubs: [id, parentId], by: actor.personId })
  return id
}

/** Changes name, languages and time zone of a hub: its hosts, hosts above and owners. Throws Refusal 409 for a taken name. */
export async function changeHub({ tx, actor }: Ctx, input: InputOf<Contract['PUT /api/hubs/:hubId']>) {
  const hub = await findHubFor(tx, actor, input.hubId)
  ensure(mayLookAfter(actor, hub.path))
  await lockSiblings(tx, hub.parentId)
  const given = sound(input)
  if (!(await saveHub(tx, { id: hub.id, ...given }))) throw taken(given.name)
  await tell(tx, { type: 'hub.changed', facts: { hubId: hub.id } }, { hubs: [hub.id], by: actor.personId })
  return hub.id
}
