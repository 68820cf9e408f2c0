import type { Tx } from '../transaction.ts'

export type MailState = 'waiting' | 'sent' | 'failed'

/** What the administration page lists of a mail: never its body. `at` is when it was asked for, delivered or given up. */
export type MailRecord = {
  readonly id: string
  readonly recipient: string
  readonly subject: string
  readonly state: MailState
  readonly at: Date
}

export type StoredMail = {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string | null
  /** Where the reader stops letters of this kind by one click; null: she cannot. */
  readonly leaveUrl: string | null
}

export async function insertMail(tx: Tx, mail: StoredMail): Promise<void> {
  const log = 'insert into mail_sent (id, recipient, subject, at) values ($1, $2, $3, $4)'
  await tx.rows(log, [mail.id, mail.to, mail.subject, tx.now])
  const body = 'insert into mail_waiting (id, body, html, leave_url) values ($1, $2, $3, $4)'
  await tx.rows(body, [mail.id, mail.text, mail.html, mail.leaveUrl])
}

/** The mail with its body; nothing once it was delivered or given up. */
export async function findWaitingMail(tx: Tx, id: string): Promise<StoredMail | undefined> {
  const text = `select s.id, s.recipient as to, s.subject, w.body as text, w.html, w.leave_url as "leaveUrl"
    from mail_sent as s join mail_waiting as w on w.id = s.id where s.id = $1`
  return tx.row<StoredMail>(text, [id])
}

/** Writes down how it went; a body that is needed no more is gone with the same commit. */
export async function closeMail(tx: Tx, id: string, end: { state: MailState; tries: number }): Promise<void> {
  const log = 'update mail_sent set state = $2, tries = $3, at = $4 where id = $1'
  await tx.rows(log, [id, end.state, end.tries, tx.now])
  if (end.state !== 'waiting') await tx.rows('delete from mail_waiting where id = $1', [id])
}

/** How far a mail is; undefined: its record is gone. */
export async function findMailState(tx: Tx, id: string): Promise<MailState | undefined> {
  return (await tx.row<{ state: MailState }>('select state from mail_sent where id = $1', [id]))?.state
}

/** The newest mails first, older than the given one when it is given. */
export async function findMails(
  tx: Tx,
  page: { before?: { at: Date; id: string }; limit: number },
): Promise<MailRecord[]> {
  const text = `select id, recipient, subject, state, at from mail_sent
     where $1::timestamptz is null or (at, id) < ($1, $2::uuid)
     order by at desc, id desc limit $3` // index mail_sent_newest
  return tx.rows<MailRecord>(text, [page.before?.at ?? null, page.before?.id ?? null, page.limit])
}

/** Deletes records older than `days`. Gives how many. */
export async function pruneMails(tx: Tx, days: number): Promise<number> {
  const text = `with gone as (
      delete from mail_sent where at < now() - make_interval(days => $1) and state <> 'waiting' returning 1
    ) select count(*)::integer as pruned from gone`
  return (await tx.row<{ pruned: number }>(text, [days]))?.pruned ?? 0
}
