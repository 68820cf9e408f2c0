import type { InputOf, SignedInActor } from '../kernel/index.ts'
import { languageFor, speakers } from '../kernel/messages.ts'
import type { Ctx, Exchange } from '../platform/index.ts'
import { findSeenItemsFor } from '../reading/index.ts'
import type { jamsContract } from './contract.ts'
import { jamFor } from './find-jam.ts'
import { FAVOURITES_SHOWN, findWholePart } from './my-part.ts'
import { messages as german } from './rules/messages.de.ts'
import { messages as english } from './rules/messages.en.ts'
import type { Speech, WholePart } from './rules/my-part.ts'
import { partAsCsv } from './rules/my-part-csv.ts'
import { partAsHtml } from './rules/my-part-html.ts'
import { partAsMarkdown } from './rules/my-part-markdown.ts'
import { findMyFavouritesFor, findMyTotals } from './store/my-part.ts'

type Download = (typeof jamsContract)['GET /api/jams/:jamId/mine/download']
type Input = InputOf<Download>

const READ_MAX = 20_000

const speakerFor = speakers<typeof english>({ en: english, de: german })

/** One form of a part as a file. */
const FORMS = {
  md: { media: 'text/markdown; charset=utf-8', write: partAsMarkdown },
  html: { media: 'text/html; charset=utf-8', write: partAsHtml },
  csv: { media: 'text/csv; charset=utf-8', write: partAsCsv },
  json: { media: 'application/json; charset=utf-8', write: (part: WholePart) => `${JSON.stringify(part, null, 2)}\n` },
} as const

/** My part as a file. Headings are in the language asked for, else in the person's own; what people wrote is as they
 *  wrote it. It is sent as an attachment that nothing runs in. */
export async function downloadMyPart(exchange: Exchange<Download>, publicUrl: URL): Promise<unknown> {
  const { input, reply } = exchange
  const { text, name } = await exchange.inTransaction((ctx) => fileOf(ctx, input, publicUrl), { readOnly: true })
  reply.header('content-disposition', `attachment; filename="${name}.${input.format}"`)
  return reply.type(FORMS[input.format].media).send(text)
}

async function fileOf(ctx: Ctx<SignedInActor>, input: Input, publicUrl: URL): Promise<{ text: string; name: string }> {
  const language = languageFor([input.language ?? ctx.actor.locale])
  const speech: Speech = { say: speakerFor(language), language, timeZone: ctx.actor.timeZone }
  const part = await wholePart(ctx, input.jamId, publicUrl)
  return { text: FORMS[input.format].write(part, speech), name: speech.say('mine.file') }
}

async function wholePart(ctx: Ctx<SignedInActor>, jamId: string, publicUrl: URL): Promise<WholePart> {
  const jam = await jamFor(ctx, jamId)
  const mine = { venueId: jam.id, personId: ctx.actor.personId }
  const { written, cut } = await findWholePart(ctx, jam.id)
  const favourites = await findMyFavouritesFor(ctx.tx, ctx.actor, { ...mine, limit: FAVOURITES_SHOWN })
  const read = await findSeenItemsFor(ctx.tx, jam.id, READ_MAX)
  const address = new URL(`/jams/${jam.id}`, publicUrl).href
  const about = { id: jam.id, title: jam.title, question: jam.question, address }
  return { jam: about, madeAt: ctx.now, cut, written, favourites, read, ...(await findMyTotals(ctx.tx, mine)) }
}
