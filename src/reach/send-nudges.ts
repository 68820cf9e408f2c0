import { type Database, type Say, sendMail } from '../platform/index.ts'
import { findLetters } from './store/counting.ts'

export type Sending = {
  readonly database: Database
  readonly publicUrl: URL
  readonly sayFor: (locale: string) => Say
}

/** Writes to the hosts of a hub, each in their language. No number and nobody's name is in it. */
export async function sendNudges(
  { database, publicUrl, sayFor }: Sending,
  { jamId, hubId }: { jamId: string; hubId: string },
): Promise<void> {
  await database.transaction({ role: 'jobs' }, async (tx) => {
    for (const { to, locale, ...values } of await findLetters(tx, jamId, hubId)) {
      const say = sayFor(locale)
      const link = new URL(`/jams/${jamId}`, publicUrl).href
      const text = `${say('reach.mail.text', values)}\n\n${link}\n\n${say('reach.mail.why', values)}\n`
      await sendMail(tx, { to, subject: say('reach.mail.subject', values), text })
    }
  })
}
