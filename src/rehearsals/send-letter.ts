import { type Say, sendMail, type Tx } from '../platform/index.ts'
import { findAsker } from './store/crowd.ts'
import type { Claimed } from './store/rehearsals.ts'

export type Posting = { readonly publicUrl: URL; readonly sayFor: (locale: string) => Say }

/** Writes to whoever asked for a rehearsal: only a letter that was sent shows that letters are. Gives its id; undefined: she has
 *  no address any more. */
export async function sendLetter(tx: Tx, { id, jamId }: Claimed, posting: Posting): Promise<string | undefined> {
  const asker = await findAsker(tx, id)
  if (!asker) return undefined
  const { to, locale, jam } = asker
  const say = posting.sayFor(locale)
  const link = new URL(`/jams/${jamId}/rehearsal`, posting.publicUrl).href
  return sendMail(tx, {
    to,
    subject: say('rehearsal.letter.subject', { jam }),
    text: `${say('rehearsal.letter.text', { jam })}\n\n${link}\n`,
  })
}
