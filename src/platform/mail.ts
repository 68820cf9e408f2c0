import { mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { createTransport, SendMailOptions, Transporter } from 'nodemailer'
import type { Database } from './database.ts'
import { newId } from './ids.ts'
import { enqueue, type JobRun, type Tasks } from './jobs.ts'
import {
  closeMail,
  findMailState,
  findMails,
  findWaitingMail,
  insertMail,
  type MailRecord,
  type StoredMail,
} from './store/mail.ts'
import type { Tx } from './transaction.ts'

export type { MailRecord } from './store/mail.ts'

/** One letter to one person. `subject` at most 250 characters, on one line; `text` at most 100,000. `leaveUrl`: where letters
 *  of this kind are stopped by one click (RFC 8058). */
export type Mail = {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html?: string
  readonly leaveUrl?: string
}

/** Where mail leaves the house. Delivering the same id twice must lead to one letter, or to two that say they are one. */
export type MailCarrier = {
  deliver(mail: StoredMail): Promise<void>
  close(): void
}

const DELIVER_MAIL = 'deliver-mail'
/** Address that letters come from when the operator names none. */
const SENDER_NAME = 'Dandelion'

/** Asks for a letter to be sent; it is sent exactly if the transaction commits, within seconds or, when the mail server is
 *  away, tried again for days. Bodies are never logged and are deleted with the delivery. Gives its id. */
export async function sendMail(tx: Tx, mail: Mail): Promise<string> {
  const id = newId()
  const subject = mail.subject.replace(/\s+/g, ' ').trim().slice(0, 250)
  await insertMail(tx, {
    id,
    to: mail.to,
    subject,
    text: mail.text,
    html: mail.html ?? null,
    leaveUrl: mail.leaveUrl ?? null,
  })
  await enqueue(tx, { task: DELIVER_MAIL, payload: { id } })
  return id
}

/** Has the letter with this id left the house? */
export async function isMailSent(tx: Tx, id: string): Promise<boolean> {
  return (await findMailState(tx, id)) === 'sent'
}

/** The letters of the house, newest first: recipient, subject, time and state. For owners alone: the caller decides. */
export async function listMails(
  tx: Tx,
  page: { before?: { at: Date; id: string }; limit: number },
): Promise<MailRecord[]> {
  return findMails(tx, page)
}

/** The job that delivers letters: hand it to startJobs. */
export function mailTasks(database: Database, carrier: MailCarrier): Tasks {
  return {
    [DELIVER_MAIL]: async (payload, run) => {
      const { id } = payload as { id: string }
      const mail = await database.transaction({ role: 'jobs' }, (tx) => findWaitingMail(tx, id))
      if (mail) await deliver(database, carrier, { mail, run })
    },
  }
}

async function deliver(database: Database, carrier: MailCarrier, { mail, run }: { mail: StoredMail; run: JobRun }) {
  const close = (state: MailRecord['state']) =>
    database.transaction({ role: 'jobs' }, (tx) => closeMail(tx, mail.id, { state, tries: run.tries }))
  try {
    await carrier.deliver(mail)
  } catch (error) {
    await close(run.lastTry ? 'failed' : 'waiting')
    throw new Error(reasonOf(error)) // what the mail server quoted may hold the letter: only its code is kept
  }
  await close('sent')
}

function reasonOf(error: unknown): string {
  const { code, responseCode } = error as { code?: string; responseCode?: number }
  return `the letter could not be delivered (${[code, responseCode].filter(Boolean).join(' ') || 'unknown reason'})`
}

function envelopeOf(mail: StoredMail, sender: { address: string; host: string }): SendMailOptions {
  return {
    from: { name: SENDER_NAME, address: sender.address },
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    ...(mail.html !== null && { html: mail.html }),
    ...(mail.leaveUrl !== null && {
      headers: { 'List-Unsubscribe': `<${mail.leaveUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
    }),
    // The same letter delivered twice keeps its name, so that readers show it once.
    messageId: `<${mail.id}@${sender.host}>`,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** Sender for letters of this house: `from` of SMTP_URL (`?from=jam@example.org`), else no-reply at the public host. */
function senderOf(publicUrl: URL, from?: string | null) {
  return { address: from || `no-reply@${publicUrl.hostname}`, host: publicUrl.hostname }
}

/** A transport that is there from the first letter on: what the package brings along takes a tenth of a start. */
function openTransport(options: Parameters<typeof createTransport>[0]) {
  let opening: Promise<Transporter> | undefined
  const open = async (): Promise<Transporter> => (await import('nodemailer')).createTransport(options)
  return {
    async send(mail: SendMailOptions): Promise<unknown> {
      opening ??= open()
      return (await opening).sendMail(mail)
    },
    close: (): void => {
      opening?.then((transport) => transport.close())
    },
  }
}

const SMTP_LIMIT_MS = 10_000

/** Mail through a server: `smtp://user:password@host:587`, `smtps://…`. */
export function smtpCarrier(smtpUrl: string, publicUrl: URL): MailCarrier {
  const url = new URL(smtpUrl)
  const sender = senderOf(publicUrl, url.searchParams.get('from'))
  url.searchParams.delete('from')
  const limits = { connectionTimeout: SMTP_LIMIT_MS, greetingTimeout: SMTP_LIMIT_MS, socketTimeout: SMTP_LIMIT_MS }
  const secure = url.protocol === 'smtps:'
  const transport = openTransport({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    ...(url.username && { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    ...limits,
  })
  return {
    async deliver(mail) {
      await transport.send(envelopeOf(mail, sender))
    },
    close: transport.close,
  }
}

/** Mail into a folder, one .eml file a letter, for trying things out: only the owner of the process can read it. */
export async function folderCarrier(folder: string, publicUrl: URL): Promise<MailCarrier> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const dir = await open(folder)
  await dir.chmod(0o700).finally(() => dir.close())
  const transport = openTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  const sender = senderOf(publicUrl)
  return {
    async deliver(mail) {
      const { message } = (await transport.send(envelopeOf(mail, sender))) as { message: Buffer }
      await writeWhole(join(folder, `${mail.id}.eml`), message)
    },
    close: transport.close,
  }
}

/** A file is there whole or not at all, readable by its owner alone; the same letter again replaces it. */
async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  const file = await open(`${path}.part`, 'w', 0o600)
  try {
    await file.writeFile(bytes)
  } finally {
    await file.close()
  }
  await rename(`${path}.part`, path)
}
