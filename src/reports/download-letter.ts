import { languageFor, speakers } from '../kernel/messages.ts'
import type { Exchange } from '../platform/index.ts'
import type { reportsContract } from './contract.ts'
import { messages as german } from './messages.de.ts'
import { messages as english } from './messages.en.ts'
import { letterAsHtml, letterAsMarkdown } from './rules/render/letter.ts'
import { writeLetter } from './write-letter.ts'

type Download = Exchange<(typeof reportsContract)['GET /api/jams/:jamId/letter/download']>

const speakerFor = speakers<typeof english>({ en: english, de: german })
const FORMS = {
  html: { media: 'text/html; charset=utf-8', write: letterAsHtml },
  md: { media: 'text/markdown; charset=utf-8', write: letterAsMarkdown },
} as const

/** The asker's letter as a file, in the language asked for or her own. */
export async function downloadLetter(exchange: Download, publicUrl: URL): Promise<unknown> {
  const { input, reply } = exchange
  const { media, write } = FORMS[input.format]
  const text = await exchange.inTransaction(
    async (ctx) => {
      const language = languageFor([input.language ?? ctx.actor.locale])
      const address = new URL(`/jams/${input.jamId}`, publicUrl).href
      const speech = { say: speakerFor(language), language, address }
      return write(await writeLetter(ctx, input), speech)
    },
    { readOnly: true },
  )
  reply.header('content-disposition', `attachment; filename="letter.${input.format}"`)
  return reply.type(media).send(text)
}
