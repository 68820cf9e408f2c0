import { soundLocale } from '../identity/index.ts'
import { type AnswerOf, ensure, type InputOf, notFound } from '../kernel/index.ts'
import type { Ctx } from '../platform/index.ts'
import type { organisationContract } from './contract.ts'
import { mayAdminister } from './rules/may.ts'
import { findOrganisation, saveOrganisation } from './store/organisation.ts'
import { tell } from './tell.ts'

type Change = (typeof organisationContract)['PUT /api/organisation']

/** Owners change the organisation's name, language and time zone; the core keeps its own name. */
export async function changeOrganisation({ tx, actor }: Ctx, input: InputOf<Change>): Promise<string> {
  ensure(mayAdminister(actor))
  const organisation = await findOrganisation(tx)
  if (!organisation) throw notFound()
  await saveOrganisation(tx, { id: organisation.id, name: input.name.trim(), ...soundLocale(input) })
  const facts = { organisationId: organisation.id }
  await tell(tx, { type: 'organisation.changed', facts }, { by: actor.personId })
  return organisation.id
}

/** The organisation as owners see it after a change. */
export async function viewOrganisation({ tx }: Ctx): Promise<AnswerOf<Change>> {
  const organisation = await findOrganisation(tx)
  if (!organisation) throw notFound()
  const { name, locale, timeZone } = organisation
  return { name, locale, timeZone }
}
