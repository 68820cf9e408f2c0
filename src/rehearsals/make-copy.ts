import { setVenue } from '../conversation/index.ts'
import { makeSimulated, openSimulated, type SimulatedPerson } from '../identity/index.ts'
import { JAM_QUESTION_MAX, JAM_TITLE_MAX } from '../jams/contract.ts'
import { beginFromTemplate, type JamOfOperator, jamOfOperator, type Template, templateOf } from '../jams/index.ts'
import { newId, type Tx } from '../platform/index.ts'
import { markAsRehearsal, wordsIn } from './rules/words.ts'
import { findForums, findHosts, findLocale, mark } from './store/crowd.ts'
import { type Claimed, saveCopy } from './store/rehearsals.ts'

/** The copy of a jam with its crowd; the tokens of their sessions are known here alone. */
export type Copy = {
  readonly jam: JamOfOperator
  readonly copyId: string
  readonly forums: readonly string[]
  readonly words: ReturnType<typeof wordsIn>
  /** Of the simulated host who runs it. */
  readonly host: string
  readonly crowd: readonly string[]
}

const HOUR_MS = 3_600_000

/** Makes the copy of a jam and its crowd, marked, in one transaction (role jobs). Undefined when the jam is gone. */
export async function makeCopy(tx: Tx, { id, jamId, people }: Claimed): Promise<Copy | undefined> {
  const jam = await jamOfOperator(tx, jamId)
  if (!jam) return undefined
  const locale = await findLocale(tx, jam.hubId)
  const words = wordsIn(locale)
  const hubs = jam.hubs.map((hub) => hub.id)
  const crowd = Array.from({ length: people + 1 }, (_, at): SimulatedPerson => {
    const homeHubId = hubs[at % hubs.length] ?? jam.hubId
    return { id: newId(), name: `${words.person} ${at}`, locale, timeZone: 'UTC', homeHubId }
  })
  const ids = crowd.map((person) => person.id)
  const [hostId = ''] = ids
  await makeSimulated(tx, crowd)
  const template = rehearsable(await templateOf(tx, jam), words)
  const opensAt = new Date(tx.now.getTime() + HOUR_MS)
  const copyId = await beginFromTemplate(tx, {
    template,
    title: template.title,
    hubId: jam.hubId,
    hubs,
    opensAt,
    hostId,
  })
  await mark(tx, { id, copyId, people: ids })
  await setVenue(tx, { id: copyId, hosts: [...(await findHosts(tx, jamId)), hostId] })
  await saveCopy(tx, id, copyId)
  const [host = '', ...tokens] = await openSimulated(tx, ids)
  return { jam, copyId, forums: await findForums(tx, copyId), words, host, crowd: tokens }
}

/** The set-up of a copy: marked, closed to the outside, with what is still missing filled in, and dates that leave each phase
 *  an hour. */
function rehearsable(template: Template, words: Copy['words']): Template {
  const { promise, forums } = template
  return {
    ...template,
    title: markAsRehearsal(words, template.title, JAM_TITLE_MAX),
    question: markAsRehearsal(words, template.question, JAM_QUESTION_MAX),
    guests: false,
    lobby: 'members',
    promise: promise ?? { decides: words.copy, text: words.copy, days: 7 },
    phases: { rate: 60, closes: 120, archive: null },
    forums: forums.length > 0 ? forums : [{ title: words.copy, question: template.question, seeds: [] }],
  }
}
