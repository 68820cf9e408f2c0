import { type Actor, Refusal, type SignedInActor } from '../kernel/index.ts'
import { languageFor, speakers } from '../kernel/messages.ts'
import { type Ctx, type Database, hashToken, newToken, type Say, sendMail, type Tx } from '../platform/index.ts'
import { loudFrom } from '../promises/index.ts'
import type { Letter } from './contract.ts'
import { messages as german } from './messages.de.ts'
import { messages as english } from './messages.en.ts'
import { becameLine } from './rules/render/letter.ts'
import { findJamFor } from './store/editions.ts'
import {
  findConcerned,
  findOwnAddress,
  findWaitingLetters,
  insertLetters,
  saveLetterKey,
  takeOwnLetter,
  type WaitingLetter,
} from './store/letters.ts'
import { findBecame, findLetterSource, type LetterSource } from './write-letter.ts'

const AT_ONCE = 500
const speakerFor = speakers<typeof english>({ en: english, de: german })

export type Sending = {
  readonly database: Database
  readonly publicUrl: URL
  readonly sayFor: (locale: string) => Say
}

/** Everything of a jam is answered: whom it concerns gets one letter, when her quiet hours are over (role jobs). */
export async function noteLetters(tx: Tx, jamId: string): Promise<void> {
  const concerned = await findConcerned(tx, jamId)
  const letters = concerned.map(({ personId, ...quiet }) => ({ personId, sendAt: loudFrom(tx.now, quiet) }))
  await insertLetters(tx, jamId, letters)
}

/** Sends the letters that are due. Each is written with its person's own rights, and taken and sent in one transaction: she
 *  gets it once, and one that a killed server had not sent goes out with the next round. What they are written from is read
 *  once for all of a jam. */
export async function sendLetters(sending: Sending): Promise<void> {
  const { database } = sending
  const waiting = await database.transaction({ role: 'jobs' }, (tx) => findWaitingLetters(tx, AT_ONCE), {
    readOnly: true,
  })
  const failures: unknown[] = []
  const note = (error: unknown) => failures.push(error)
  for (const [jamId, letters] of Map.groupBy(waiting, (letter) => letter.jamId)) {
    const find = (tx: Tx) => findLetterSource(tx, jamId)
    const source = database.transaction({ role: 'jobs' }, find, { readOnly: true })
    for (const letter of letters) await source.then((found) => sendLetter(sending, letter, found)).catch(note)
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} letters could not be written`)
}

async function sendLetter(sending: Sending, letter: WaitingLetter, source: LetterSource | undefined): Promise<void> {
  const token = newToken()
  await sending.database.transaction({ role: 'jobs' }, (tx) => saveLetterKey(tx, letter, hashToken(token)))
  const opening = [{ text: 'select open_by_secret($1, $2) as actor', values: [hashToken(token), 'letter'] }]
  await sending.database.transaction({ role: 'app', opening }, async (tx) => {
    const actor = (tx.opened[0] as { actor: Actor | null } | undefined)?.actor
    if (!actor?.personId || !(await takeOwnLetter(tx, letter.jamId)) || !source) return
    const ctx = { tx, actor: actor as SignedInActor, now: tx.now, say: sending.sayFor(actor.locale) }
    await write(ctx, { jamId: letter.jamId, publicUrl: sending.publicUrl, source })
  })
}

type Writing = { readonly jamId: string; readonly publicUrl: URL; readonly source: LetterSource }

async function write(ctx: Ctx, { jamId, publicUrl, source }: Writing): Promise<void> {
  const to = await findOwnAddress(ctx.tx)
  const became = to ? await becameFor(ctx, jamId, source) : []
  if (!to || became.length === 0) return
  const jam = await findJamFor(ctx.tx, ctx.actor, jamId)
  const link = new URL(`/jams/${jamId}/letter`, publicUrl).href
  const values = { jam: jam?.title ?? '', count: became.length }
  const language = languageFor([ctx.actor.locale])
  const say = speakerFor(language)
  const lines = became.map((one) => `- ${becameLine(one, { say, language })}`)
  await sendMail(ctx.tx, {
    to,
    subject: say('letter.mail.subject', values),
    text: `${say('letter.mail.lead', values)}\n\n${lines.join('\n\n')}\n\n${link}\n\n${say('letter.mail.why', values)}\n`,
  })
}

/** Who may no longer read the jam gets no letter. */
async function becameFor(ctx: Ctx, jamId: string, source: LetterSource): Promise<Letter['became']> {
  try {
    return await findBecame(ctx, jamId, source)
  } catch (error) {
    if (error instanceof Refusal) return []
    throw error
  }
}
