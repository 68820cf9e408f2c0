import { ensure, notFound, Refusal } from '../kernel/index.ts'
import { type Ctx, isSignedBy, type Signer } from '../platform/index.ts'
import { beginFromTemplate } from './begin-from-template.ts'
import type { LobbyLinks } from './lobby-links.ts'
import { templateFor } from './make-template.ts'
import { instantOf } from './read-dates.ts'
import { mayStart } from './rules/may.ts'
import { readTemplate, signedText, type Template } from './rules/template.ts'
import { findHubPath } from './store/jams.ts'

type Opening = { readonly title: string; readonly opensAt: string }

/** Begins to prepare a jam like another one that the actor hosts: set up in the same way, in the same hub, for the same
 *  people, without a word of those who took part. The actor is its only host. */
export async function copyJam(ctx: Ctx, input: Opening & { jamId: string }, links: LobbyLinks): Promise<string> {
  const { row, template } = await templateFor(ctx, input.jamId)
  ensure(mayStart(ctx.actor, row.hubPath))
  return beginFromTemplate(ctx.tx, {
    ...{ template, title: input.title, opensAt: instantOf(input.opensAt, 'opensAt') },
    ...{ hubId: row.hubId, hubs: row.hubs.map(({ id }) => id), hostId: ctx.actor.personId, links },
  })
}

type Templating = { readonly signer: Signer; readonly links: LobbyLinks }

type FromFile = Opening & { hubId: string; file: string; trusts: string | null }

/** Begins to prepare a jam as a signed file says. What another installation signed is taken only by who names its key. */
export async function beginFromFile(ctx: Ctx, input: FromFile, { signer, links }: Templating): Promise<string> {
  const path = await findHubPath(ctx.tx, input.hubId)
  const unseen = ctx.actor.guest && !ctx.actor.owner && !ctx.actor.guestReach.includes(input.hubId)
  if (!path || unseen) throw notFound()
  ensure(mayStart(ctx.actor, path))
  return beginFromTemplate(ctx.tx, {
    ...{ template: templateIn(input, signer), title: input.title, opensAt: instantOf(input.opensAt, 'opensAt') },
    ...{ hubId: input.hubId, hubs: [input.hubId], hostId: ctx.actor.personId, links },
  })
}

/** The template in a file as it was signed. Throws Refusal for what is no template, was changed since it was signed, or is
 *  signed by an installation that nobody has said to trust. */
export function templateIn({ file, trusts }: Pick<FromFile, 'file' | 'trusts'>, signer: Signer): Template {
  const read = readTemplate(file)
  if (!read) throw new Refusal('template.unreadable', { status: 422 })
  const { by, signature, template } = read
  if (!isSignedBy(by.key, signedText(read), signature)) throw new Refusal('template.changed', { status: 422 })
  if (by.key !== signer.key && by.key !== trusts)
    throw new Refusal('template.foreign', { status: 409, values: { name: by.name, key: by.key }, details: { by } })
  return template
}
