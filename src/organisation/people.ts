import { type AnswerOf, ensure, type InputOf, notFound } from '../kernel/index.ts'
import { type Ctx, decodeKey, encodeKey } from '../platform/index.ts'
import type { organisationContract } from './contract.ts'
import { mayGiveRole, mayRemove, maySeePeople } from './rules/may.ts'
import { findHubFor } from './store/hubs.ts'
import {
  deleteMembership,
  findMembers,
  findPeopleOfHub,
  findPersonInHub,
  type Page,
  type PersonRow,
  saveMembership,
} from './store/people.ts'
import { tell } from './tell.ts'

type Contract = typeof organisationContract
type People = AnswerOf<Contract['GET /api/people']>

const PAGE = 50
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function pageOf(input: InputOf<Contract['GET /api/people']>): Page {
  const after = input.after ? decodeKey(input.after)[0] : undefined
  return { query: input.query ?? '', after: after && ID.test(after) ? after : undefined, limit: input.limit ?? PAGE }
}

function pageView(rows: readonly PersonRow[], limit: number): People {
  const last = rows.length === limit ? rows.at(-1) : undefined
  return { people: [...rows], next: last ? encodeKey(last.id) : null }
}

/** The people of a hub by name, in pages; a guest is refused. */
export async function listPeopleOfHub({ tx, actor }: Ctx, input: InputOf<Contract['GET /api/hubs/:hubId/people']>) {
  const hub = await findHubFor(tx, actor, input.hubId)
  ensure(maySeePeople(actor))
  const page = pageOf(input)
  return pageView(await findPeopleOfHub(tx, hub.id, page), page.limit)
}

/** The members of the organisation by name, in pages; a guest is refused. */
export async function listMembers({ tx, actor }: Ctx, input: InputOf<Contract['GET /api/people']>) {
  ensure(maySeePeople(actor))
  const page = pageOf(input)
  return pageView(await findMembers(tx, page), page.limit)
}

async function findMemberFor(ctx: Ctx, input: { hubId: string; personId: string }) {
  const hub = await findHubFor(ctx.tx, ctx.actor, input.hubId)
  ensure(maySeePeople(ctx.actor))
  const person = await findPersonInHub(ctx.tx, input.personId, hub.id)
  if (!person?.role) throw notFound()
  return { hub, person, role: person.role }
}

/** Gives a person of the hub another role there. Throws notFound when they are not in it. */
export async function changeRole(ctx: Ctx, input: InputOf<Contract['PUT /api/hubs/:hubId/people/:personId']>) {
  const { tx, actor } = ctx
  const { hub, person, role } = await findMemberFor(ctx, input)
  ensure(mayGiveRole(actor, hub.path, { person, role: input.role }))
  if (role === input.role) return person.id
  const facts = { personId: person.id, hubId: hub.id, role: input.role }
  await saveMembership(tx, facts)
  await tell(tx, { type: 'membership.changed', facts }, { hubs: [hub.id], about: person.id, by: actor.personId })
  return person.id
}

/** A person with their role in a hub: the answer after a change. */
export async function viewPersonInHub({ tx }: Ctx, personId: string, hubId: string) {
  const person = await findPersonInHub(tx, personId, hubId)
  if (!person) throw notFound()
  return person
}

/** Takes a person out of a hub; what only this let them read is cut. Throws notFound when they are not in it. */
export async function removePerson(ctx: Ctx, input: InputOf<Contract['DELETE /api/hubs/:hubId/people/:personId']>) {
  const { tx, actor } = ctx
  const { hub, person } = await findMemberFor(ctx, input)
  ensure(mayRemove(actor, hub.path, person))
  await deleteMembership(tx, person.id, hub.id)
  const facts = { personId: person.id, hubId: hub.id }
  await tell(tx, { type: 'membership.ended', facts }, { hubs: [hub.id], about: person.id, by: actor.personId })
  return person.id
}
