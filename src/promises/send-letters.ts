import { dateFormat, datesIn } from '../kernel/messages.ts'
import { type Database, type Say, sendMail } from '../platform/index.ts'
import { isSettled } from './rules/promise-clock.ts'
import { findWaitingLetters, takeLetter, type WaitingLetter } from './store/clocks.ts'

const AT_ONCE = 100

export type Sending = {
  readonly database: Database
  readonly publicUrl: URL
  readonly sayFor: (locale: string) => Say
}

/** Sends what the clocks of promises have to tell, once the quiet hours of each person are over. A letter is taken and sent
 *  in one transaction: nobody gets it twice. What was settled meanwhile is told no more. One that cannot be written stops
 *  no other. */
export async function sendLetters(sending: Sending): Promise<void> {
  const waiting = await sending.database.transaction({ role: 'jobs' }, (tx) => findWaitingLetters(tx, AT_ONCE), {
    readOnly: true,
  })
  const failures: unknown[] = []
  for (const letter of waiting) await sendLetter(sending, letter).catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} letters could not be written`)
}

async function sendLetter({ database, publicUrl, sayFor }: Sending, letter: WaitingLetter): Promise<void> {
  await database.transaction({ role: 'jobs' }, async (tx) => {
    const words = await takeLetter(tx, letter)
    if (!words?.to || isSettled(words.state)) return
    const say = sayFor(words.locale)
    const day = dateFormat(datesIn(words.locale), { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(`${words.due}T00:00:00Z`),
    )
    const name = words.name ?? say('promises.card', { jam: words.jamTitle })
    const values = { name, jam: words.jamTitle, day, owner: words.owner ?? say('promises.deciders') }
    const link = new URL(`/promises/${letter.promiseId}`, publicUrl).href
    await sendMail(tx, {
      to: words.to,
      subject: say(`promises.mail.${letter.kind}.subject`, values),
      text: `${say(`promises.mail.${letter.kind}.text`, values)}\n\n${link}\n\n${say('promises.mail.why', values)}\n`,
    })
  })
}
