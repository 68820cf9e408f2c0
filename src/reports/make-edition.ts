import { type Database, doEach, newId, type Tx } from '../platform/index.ts'
import { putUpForAnswer } from '../promises/index.ts'
import { gatherCorpus, gatherMaterial } from './gather-material.ts'
import { nameOf } from './rules/render/book.ts'
import type { EditionKind, Report } from './rules/report.ts'
import { noteLetters } from './send-letters.ts'
import {
  findModel,
  findNotPutUp,
  findUnset,
  holdLatest,
  insertEdition,
  isMade,
  saveCitations,
  saveFiles,
  saveModel,
  saveRefused,
} from './store/editions.ts'
import type { HeadlineTheme, Made, Press } from './worker/open-press.ts'

/** `publicUrl`: where people reach this installation. */
export type Making = { readonly database: Database; readonly press: Press; readonly publicUrl: URL }

const SET_AT_ONCE = 20
const READING = { readOnly: true, patient: true, snapshot: true } as const

/** An edition to be made. `asked`: which wish it answers, greater for a later one of its kind; null: by nobody's wish. */
export type Wish = { readonly jamId: string; readonly kind: EditionKind; readonly asked: number | null }

/** Makes an edition of a jam and keeps it with its files. A closing edition is made once; a live draft takes the place of the
 *  former one. What an edition puts first without an answer waits for one from then on. Throws when the verifier refuses it:
 *  then nothing is published, and the faults are in the error. */
export async function makeEdition(making: Making, jamId: string, kind: EditionKind): Promise<void> {
  await makeAskedEdition(making, { jamId, kind, asked: null })
}

/** The same for a wish: once, however often the job runs, and not for an earlier wish when a later one has its edition. */
export async function makeAskedEdition(making: Making, wish: Wish): Promise<void> {
  const { database, press, publicUrl } = making
  const { jamId, kind } = wish
  const latest = await database.transaction({ role: 'jobs' }, (tx) => findPlace(tx, wish))
  if (latest === undefined) return
  const number = kind === 'draft' ? 0 : latest + 1
  const address = new URL(`/jams/${jamId}`, publicUrl).href
  const gather = (tx: Tx) => gatherMaterial(tx, { jamId, kind, number, address })
  const gathered = await database.transaction({ role: 'jobs' }, gather, READING)
  if (!gathered) return
  const made = await press.make({ what: 'compose', ...gathered })
  const { answers, edition } = gathered.material
  const waits = answers !== undefined && made.headlines.some(({ id }) => !answers.some((one) => one.id === id))
  if (waits && kind === 'answered')
    return database.transaction({ role: 'jobs' }, (tx) => putUp(tx, jamId, made.headlines))
  if (!made.ok) throw new Error(`the report of jam ${jamId} is not published:\n${made.faults}`)
  const publish = (tx: Tx) => publishEdition(tx, { wish, latest, number, madeAt: edition.madeAt, made, waits })
  const isDone = await database.transaction({ role: 'jobs' }, publish, { patient: true })
  if (!isDone) await makeAskedEdition(making, wish)
}

/** The number after which an edition comes; undefined when it is there already. */
async function findPlace(tx: Tx, { jamId, kind, asked }: Wish): Promise<number | undefined> {
  const latest = await holdLatest(tx, jamId)
  if (kind === 'closing' && latest > 0) return undefined
  const isThere = asked !== null && (await isMade(tx, { jamId, kind, asked, after: 0 }))
  return isThere ? undefined : latest
}

type Publishing = {
  readonly wish: Wish
  readonly latest: number
  readonly number: number
  readonly madeAt: string
  readonly made: Extract<Made, { ok: true }>
  /** Whether it puts something first that has no answer. */
  readonly waits: boolean
}

/** False when the number is taken meanwhile by another kind, or for an earlier wish: then this one is still to come. */
async function publishEdition(tx: Tx, { wish, latest, number, madeAt, made, waits }: Publishing): Promise<boolean> {
  const { jamId, kind, asked } = wish
  if (number > 0 && (await holdLatest(tx, jamId)) !== latest) return isMade(tx, { ...wish, after: latest })
  const edition = { id: newId(), jamId, number, kind, asked, madeAt, model: made.model }
  await insertEdition(tx, edition)
  await keep(tx, edition, made)
  if (kind === 'answered') await noteLetters(tx, jamId)
  if (kind === 'closing' || kind === 'reviewed' || waits) await putUp(tx, jamId, made.headlines)
  return true
}

/** Themes that became headlines since everything was answered (a host merged or split some) wait for an answer first. */
async function putUp(tx: Tx, jamId: string, headlines: readonly HeadlineTheme[]): Promise<void> {
  await putUpForAnswer(
    tx,
    jamId,
    headlines.map(({ id, name }) => ({ kind: 'theme', subjectId: id, name })),
  )
}

/** Jams whose editions were made or came in before anything was put up for an answer: what the latest put first waits. */
export async function putUpEarlier(database: Database): Promise<void> {
  const found = await database.transaction({ role: 'jobs' }, (tx) => findNotPutUp(tx, SET_AT_ONCE), { readOnly: true })
  await doEach(found, async ({ jamId, model }) => {
    const { themes } = JSON.parse(model) as Report
    const headlines = themes.filter(({ headline }) => headline !== null)
    const matters = headlines.map((theme) => ({ id: theme.id, name: nameOf(theme) }))
    await database.transaction({ role: 'jobs' }, (tx) => putUp(tx, jamId, matters))
  })
}

async function keep(tx: Tx, of: { id: string; jamId: string }, made: Extract<Made, { ok: true }>): Promise<void> {
  await saveFiles(tx, of.id, made)
  await saveCitations(tx, { editionId: of.id, jamId: of.jamId }, made.cited)
}

/** Makes the files of editions that have none: those that came from a file, and those of which something was taken back. One
 *  that the verifier refuses is marked and stays unpublished. One that fails stops no other. */
export async function setEditions({ database, press }: Omit<Making, 'publicUrl'>): Promise<void> {
  const unset = await database.transaction({ role: 'jobs' }, (tx) => findUnset(tx, SET_AT_ONCE), { readOnly: true })
  await doEach(unset, async ({ id, jamId }) => {
    const read = async (tx: Tx) => ({ model: await findModel(tx, id), corpus: await gatherCorpus(tx, jamId) })
    const { model, corpus } = await database.transaction({ role: 'jobs' }, read, READING)
    if (model === undefined) return
    const made = await press.make({ what: 'set', model, corpus })
    const save = async (tx: Tx) => {
      if (!made.ok) return saveRefused(tx, id, made.faults)
      if (made.model !== model) await saveModel(tx, id, made.model)
      await keep(tx, { id, jamId }, made)
    }
    await database.transaction({ role: 'jobs' }, save, { patient: true })
  })
}
