import { ensure, Refusal } from '../kernel/index.ts'
import type { Ctx, Exchange, Signer, Tx } from '../platform/index.ts'
import type { jamsContract } from './contract.ts'
import { jamFor, planOf } from './find-jam.ts'
import { mayExport } from './rules/may.ts'
import {
  promiseDays,
  SEEDS_MAX,
  signedText,
  spansOf,
  TEMPLATE_MAX,
  type Template,
  writeTemplate,
} from './rules/template.ts'
import type { WholeJamRow } from './store/jams.ts'
import { findForumsWithSeeds, findOrganisationName } from './store/templates.ts'

/** How a jam is set up, for its hosts and owners. */
export async function templateFor(ctx: Ctx, jamId: string): Promise<{ row: WholeJamRow; template: Template }> {
  const row = await jamFor(ctx, jamId)
  ensure(mayExport(ctx.actor, row))
  return { row, template: await templateOf(ctx.tx, row) }
}

/** The set-up of a jam that was found: no words of those who took part, no people, no hubs, spans instead of dates. */
export async function templateOf(tx: Tx, row: WholeJamRow): Promise<Template> {
  const { title, question, guests, lobby, promise, openedAt } = row
  const forums = await findForumsWithSeeds(tx, row.id)
  return {
    ...{ title, question, guests, lobby },
    promise: promise && {
      decides: promise.decides,
      text: promise.text,
      days: promiseDays(promise.by, row.closesAt, tx.now),
    },
    phases: spansOf(planOf(row), openedAt, tx.now),
    forums: forums.map((forum) => ({ ...forum, seeds: forum.seeds.slice(0, SEEDS_MAX) })),
  }
}

/** The signed file of a template. Throws Refusal when it is too large to be taken in again. */
export async function signTemplate(tx: Tx, template: Template, signer: Signer): Promise<string> {
  const by = { name: (await findOrganisationName(tx)).slice(0, 200), key: signer.key }
  const text = writeTemplate({ template, by, signature: signer.sign(signedText({ template, by })) })
  if (text.length > TEMPLATE_MAX) throw new Refusal('template.too-large', { status: 422 })
  return text
}

type Download = (typeof jamsContract)['GET /api/jams/:jamId/template']

/** The set-up of a jam as one signed file. */
export async function downloadTemplate(exchange: Exchange<Download>, signer: Signer): Promise<unknown> {
  const { input, reply } = exchange
  const text = await exchange.inTransaction(
    async (ctx) => signTemplate(ctx.tx, (await templateFor(ctx, input.jamId)).template, signer),
    { readOnly: true },
  )
  reply.header('content-disposition', 'attachment; filename="jam-template.json"')
  return reply.type('application/json; charset=utf-8').send(text)
}
