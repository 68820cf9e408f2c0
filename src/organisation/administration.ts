import { type AnswerOf, ensure, type InputOf } from '../kernel/index.ts'
import { type Ctx, decodeKey, encodeKey, failedJobs, isPlace, listMails } from '../platform/index.ts'
import type { organisationContract } from './contract.ts'
import { mayAdminister } from './rules/may.ts'

type Contract = typeof organisationContract
const MAILS = 50
const JOBS = 100

/** The letters of the house, newest first: recipient, subject, time and state, never a body. Owners only.
 *  `folder` is where letters lie when no mail server is configured. */
export async function listSentMail(
  { tx, actor }: Ctx,
  { before }: InputOf<Contract['GET /api/administration/mail']>,
  folder: string | null,
): Promise<AnswerOf<Contract['GET /api/administration/mail']>> {
  ensure(mayAdminister(actor))
  const key = before ? keyOf(before) : undefined
  const rows = await listMails(tx, { limit: MAILS, ...(key && { before: key }) })
  const last = rows.length === MAILS ? rows.at(-1) : undefined
  return {
    mail: rows.map(({ id, recipient, subject, at, state }) => ({
      id,
      recipient,
      subject,
      at: at.toISOString(),
      state,
    })),
    next: last ? encodeKey(last.at.toISOString(), last.id) : null,
    folder,
  }
}

function keyOf(cursor: string): { at: Date; id: string } | undefined {
  const [at = '', id = ''] = decodeKey(cursor)
  return isPlace(at, id) ? { at: new Date(at), id } : undefined
}

/** Background work that was given up, newest first, at most 100. Owners only. */
export async function listFailedJobs({ tx, actor }: Ctx): Promise<AnswerOf<Contract['GET /api/administration/jobs']>> {
  ensure(mayAdminister(actor))
  const failed = (await failedJobs(tx)).slice(0, JOBS)
  return {
    failed: failed.map(({ id, task, tries, failedAt, error }) => ({
      id,
      task,
      attempts: tries,
      at: failedAt.toISOString(),
      error,
    })),
  }
}
