import type { WorldPerson } from '../world.ts'
import { type OpenJam, openJam } from './open-jam.ts'
import type { Product } from './open-product.ts'

/** A jam with a bit of everything, a second one in preparation, and the addresses of their pages. */
export type LivelyJam = { readonly jam: OpenJam; readonly threadId: string; readonly preparedId: string }

/** Several people have written, replied in every kind and depth, voted, edited and retracted. */
export async function livelyJam(product: Product): Promise<LivelyJam> {
  const jam = await openJam(product, { lobby: 'public' })
  const { world, host } = jam
  const north = await world.hub('North')
  const mara = await world.person('Mara Member', { hub: north })
  const olga = await world.person('Олга Ганчева', { hub: north, locale: 'de' })
  const threadId = await jam.write(mara, 'Approvals wait for one person only', LONG_BODY)
  await jam.write(olga, 'Die Wochenendbereitschaft gehört neu geregelt', 'Sie ist seit Jahren *dieselbe*.')
  await jam.write(host, 'https://example.org/a/very/long/address/without/any/place/to/break/'.padEnd(200, 'x'))
  const gone = await jam.write(mara, 'To be taken back')
  await reply(product, { as: olga, to: threadId, kind: 'objection', body: 'And who answers for it?' })
  const built = await reply(product, { as: host, to: threadId, kind: 'build', body: 'Any **two** of three.' })
  const asked = await reply(product, { as: mara, to: built, kind: 'question', body: '> two of three\n\nWhich three?' })
  await reply(product, { as: olga, to: asked, kind: 'example', body: '1. as in the north\n2. `code`' })
  await product.api.as(mara).delete(`/api/contributions/${gone}`)
  for (const voter of [olga, host]) await vote(product, { as: voter, on: threadId, value: 'agree' })
  await vote(product, { as: mara, on: built, value: 'disagree' })
  await product.api.as(host).put(`/api/contributions/${threadId}/favourite`, { favourite: true })
  await product.api
    .as(host)
    .post(`/api/hubs/${north.id}/invitations`, { role: 'guest', label: 'The wall in the hall', maxUses: 50, days: 14 })
  return { jam, threadId, preparedId: await prepared(product, jam) }
}

const LONG_BODY = [
  'We lost a weekend because the only person who may approve was on leave.',
  '- one\n- two',
  '> what somebody said\n\n| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |',
  '```\na line of code that is far too long for any phone and must scroll within its own box, never with the page\n```',
].join('\n\n')

async function prepared(product: Product, { world, host }: OpenJam): Promise<string> {
  const asHost = product.api.as(host)
  const question = 'What should the next generation find here?'
  const { body } = await asHost.post('/api/jams', { hubId: world.core.id, title: 'Coming', question })
  await asHost.post(`/api/jams/${body.jam.id}/forums`, { title: 'Tools', question: 'Which tools?', hosts: [host.id] })
  return body.jam.id
}

type Reply = { as: WorldPerson; to: string; kind: string; body: string }

async function reply(product: Product, { as, to, kind, body }: Reply): Promise<string> {
  const made = await product.api.as(as).post(`/api/contributions/${to}/replies`, { kind, body })
  if (made.status !== 200) throw new Error(made.text)
  return made.body.id
}

async function vote(
  product: Product,
  { as, on, value }: { as: WorldPerson; on: string; value: string },
): Promise<void> {
  const { status, text } = await product.api.as(as).put(`/api/contributions/${on}/vote`, { value })
  if (status !== 200) throw new Error(text)
}
