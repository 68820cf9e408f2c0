import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/database.ts'
import type { Database } from './database.ts'
import { folderCarrier, listMails, type MailCarrier, mailTasks, sendMail, smtpCarrier } from './mail.ts'

const publicUrl = new URL('https://jam.example.org')
const app = { role: 'app' } as const
const jobs = { role: 'jobs' } as const
const letter = { to: 'person@example.org', subject: 'Your link', text: 'Open sesame: https://x.example/öffnen' }
const run = { tries: 1, lastTry: false, signal: new AbortController().signal }

let fresh: FreshDatabase
let database: Database
let folder: string

beforeEach(async () => {
  fresh = await freshDatabase()
  database = fresh.open(fresh.connection)
  folder = await mkdtemp(join(tmpdir(), 'dandelion-mail-'))
})

afterEach(async () => {
  await database.close()
  await fresh.drop()
  await rm(folder, { recursive: true, force: true })
})

/** Asks for a letter and gives the payload of the job that was put for it. */
async function ask(mail = letter): Promise<unknown> {
  await database.transaction(app, (tx) => sendMail(tx, mail))
  const text = 'select payload from graphile_worker._private_jobs order by id desc limit 1'
  return (await database.transaction(jobs, (tx) => tx.row<{ payload: unknown }>(text)))?.payload
}

const deliver = (carrier: MailCarrier, payload: unknown, lastTry = false) =>
  mailTasks(database, carrier)['deliver-mail']?.(payload, { ...run, lastTry })

const list = () => database.transaction(app, (tx) => listMails(tx, { limit: 10 }))
const bodies = () => database.transaction(jobs, (tx) => tx.rows<{ body: string }>('select body from mail_waiting'))
const broken: MailCarrier = {
  deliver: async () => {
    throw Object.assign(new Error(`refused: ${letter.text}`), { code: 'EENVELOPE', responseCode: 550 })
  },
  close: () => {},
}

test('a letter becomes one file that only its owner can read', async () => {
  const mails = join(folder, 'mail')
  const carrier = await folderCarrier(mails, publicUrl)
  await deliver(carrier, await ask())
  const [name = ''] = await readdir(mails)
  expect(name).toMatch(/\.eml$/)
  expect((await stat(mails)).mode & 0o777).toBe(0o700)
  expect((await stat(join(mails, name))).mode & 0o777).toBe(0o600)
  expect(await readFile(join(mails, name), 'utf8')).toContain('To: person@example.org')
})

test('a letter that is delivered twice is one file', async () => {
  const carrier = await folderCarrier(folder, publicUrl)
  const mail = { id: '0197a3a0-0000-7000-8000-000000000000', ...letter, html: null, leaveUrl: null }
  await carrier.deliver(mail)
  await carrier.deliver(mail)
  expect(await readdir(folder)).toEqual([`${mail.id}.eml`])
})

test('the queue holds the name of a letter and never its body', async () => {
  expect(JSON.stringify(await ask())).not.toContain('sesame')
})

test('a body is gone with the delivery, and the list says that it was sent', async () => {
  const payload = await ask()
  expect(await bodies()).toHaveLength(1)
  await deliver(await folderCarrier(folder, publicUrl), payload)
  expect(await bodies()).toEqual([])
  expect(await list()).toMatchObject([{ recipient: letter.to, subject: letter.subject, state: 'sent' }])
})

test('a letter that cannot be delivered waits, and the reason does not repeat what the server quoted', async () => {
  const payload = await ask()
  await expect(deliver(broken, payload)).rejects.toThrow('the letter could not be delivered (EENVELOPE 550)')
  expect(await list()).toMatchObject([{ state: 'waiting' }])
  expect(await bodies()).toHaveLength(1)
})

test('a letter that was tried to the end is listed as failed and its body is gone', async () => {
  const payload = await ask()
  await expect(deliver(broken, payload, true)).rejects.toThrow('could not be delivered')
  expect(await list()).toMatchObject([{ state: 'failed' }])
  expect(await bodies()).toEqual([])
})

test('the app cannot read the bodies of waiting letters', async () => {
  await ask()
  await expect(database.transaction(app, (tx) => tx.rows('select body from mail_waiting'))).rejects.toMatchObject({
    code: '42501',
  })
})

test('a subject cannot smuggle a header', async () => {
  const payload = await ask({ ...letter, subject: 'Hello\r\nBcc: all@example.org' })
  await deliver(await folderCarrier(folder, publicUrl), payload)
  const [name = ''] = await readdir(folder)
  expect(await readFile(join(folder, name), 'utf8')).not.toMatch(/^Bcc:/m)
})

test('a letter goes through a mail server, from the address that the operator names', async () => {
  const server = await mailServer()
  const carrier = smtpCarrier(`smtp://127.0.0.1:${server.port}?from=jam@example.org`, publicUrl)
  await deliver(carrier, await ask())
  carrier.close()
  await server.close()
  expect(server.heard()).toMatch(/MAIL FROM:<jam@example\.org>/)
  expect(server.heard()).toMatch(/RCPT TO:<person@example\.org>/)
  expect(server.heard()).toMatch(/Message-ID: <[0-9a-f-]{36}@jam\.example\.org>/)
})

/** A mail server that says yes to everything and remembers what it heard. */
async function mailServer() {
  let heard = ''
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    let inBody = false
    socket.write('220 ready\r\n')
    socket.on('data', (chunk) => {
      const text = chunk.toString()
      heard += text
      const bodyGoesOn = inBody && !text.endsWith('\r\n.\r\n')
      inBody = bodyGoesOn || text.startsWith('DATA')
      if (!bodyGoesOn) socket.write(inBody ? '354 go on\r\n' : '250 ok\r\n')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  }
  return { port: typeof address === 'object' && address ? address.port : 0, heard: () => heard, close }
}
