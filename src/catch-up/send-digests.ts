import { type Ctx, type Database, hashToken, newToken, sendMail, type Tasks } from '../platform/index.ts'
import { isDigestDue } from './rules/digest-due.ts'
import { asHtml, asText, escaped } from './rules/forms.ts'
import { formOf, type Serving, withSecret } from './send-pages.ts'
import { deleteSecret, findOwnAddress, saveSecret } from './store/choices.ts'
import { type DigestRow, findDigests, takeDigest } from './store/digests.ts'
import { viewCatchUp } from './view-catch-up.ts'

const SEND_DIGESTS = 'send-digests'
const DAY_MS = 86_400_000

/** At each hour those whose hour it is; a clock that was missed is made up for within the hour. */
export const CATCH_UP_CRONTAB: readonly string[] = [`1 * * * * ${SEND_DIGESTS} ?fill=50m`]

/** Background work of catching up, for startJobs. */
export function catchUpTasks(given: Serving & { readonly database: Database }): Tasks {
  return { [SEND_DIGESTS]: () => sendDigests(given) }
}

/** Sends the digests that are due now. One that fails keeps no other from hers; she gets the next one. */
export async function sendDigests(given: Serving & { readonly database: Database }): Promise<void> {
  const { database } = given
  const due = await database.transaction({ role: 'jobs' }, async (tx) =>
    (await findDigests(tx)).filter((row) => isDigestDue(tx.now, row)),
  )
  const failures: unknown[] = []
  for (const row of due) await sendDigest(given, row).catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} digests could not be made`)
}

async function sendDigest(given: Serving & { readonly database: Database }, row: DigestRow): Promise<void> {
  const token = newToken()
  const turn = { personId: row.personId, before: row.digestedAt, hash: hashToken(token) }
  const mine = await given.database.transaction({ role: 'jobs' }, (tx) => takeDigest(tx, turn))
  if (!mine) return
  // Made with her own rights, so that nothing can be in it that she may not read.
  await withSecret(given, { token, purpose: 'digest' }, async (ctx) => {
    await deleteSecret(ctx.tx, 'digest')
    await write(ctx, given, row.digestedAt ?? new Date(ctx.now.getTime() - DAY_MS))
  })
}

/** What is new since the last digest and was not read meanwhile; without anything new there is no letter. */
async function write(ctx: Ctx, { publicUrl }: Serving, since: Date): Promise<void> {
  const to = await findOwnAddress(ctx.tx)
  const view = await viewCatchUp(ctx, { from: since })
  const cards = view.sections.flatMap((section) => section.cards)
  if (!to || cards.length === 0) return
  const token = newToken()
  await saveSecret(ctx.tx, 'leave', hashToken(token))
  const leaveUrl = new URL(`/digest/leave/${token}`, publicUrl).href
  const form = formOf(ctx, publicUrl)
  const why = ctx.say('catch-up.mail.why')
  const leave = ctx.say('catch-up.mail.leave')
  const jams = [...new Set(cards.map(({ jam }) => jam.title))].join(', ')
  await sendMail(ctx.tx, {
    to,
    subject: ctx.say('catch-up.mail.subject', { jam: jams }),
    text: `${asText(view, form)}\n--\n${why}\n${leave}: ${leaveUrl}\n`,
    html: asHtml(view, form, `<p class="about">${escaped(why)} <a href="${leaveUrl}">${escaped(leave)}</a></p>`),
    leaveUrl,
  })
}
