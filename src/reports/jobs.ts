import { type Database, doEach, enqueue, type Tasks, type Tx } from '../platform/index.ts'
import { closeWhenSettled, findWaiting } from './close-report.ts'
import { type Making, makeAskedEdition, putUpEarlier, setEditions } from './make-edition.ts'
import type { EditionKind } from './rules/report.ts'
import { type Sending, sendLetters } from './send-letters.ts'

const CLOSE = 'close-report'
const DRAFT = 'draft-report'
const REVIEW = 'review-report'
const ANSWER = 'answer-report'
const NINETY = 'ninety-days-report'
const SET = 'set-reports'
const SWEEP = 'sweep-reports'

const AGAIN_MS = 2_000

/** The work on reports. Each may run twice: an edition is made once for each wish, files are made from what is kept. */
export function reportTasks(making: Making & Sending): Tasks {
  const { database } = making
  const later = (work: (tx: Tx) => Promise<void>) => database.transaction({ role: 'jobs' }, work)
  const make = (kind: EditionKind) => async (payload: unknown) => {
    const jamId = jamIdOf(payload)
    if (jamId) await makeAskedEdition(making, { jamId, kind, asked: askedOf(payload) })
  }
  return {
    [CLOSE]: async (payload) => {
      const jamId = jamIdOf(payload)
      if (!jamId) return
      const done = await closeWhenSettled(making, jamId)
      if (!done) await later((tx) => enqueueClosing(tx, jamId, new Date(tx.now.getTime() + AGAIN_MS)))
    },
    [DRAFT]: make('draft'),
    [REVIEW]: make('reviewed'),
    [ANSWER]: make('answered'),
    [NINETY]: make('ninety-days'),
    [SET]: () => setEditions(making),
    // Where one of them fails, for whatever jam, the others are done all the same.
    [SWEEP]: () =>
      doEach(
        [
          () => closeWaiting(database),
          () => setEditions(making),
          () => putUpEarlier(database),
          () => sendLetters(making),
        ],
        (step) => step(),
      ),
  }
}

async function closeWaiting(database: Database): Promise<void> {
  const waiting = await findWaiting(database)
  await database.transaction({ role: 'jobs' }, async (tx) => {
    for (const jamId of waiting) await enqueueClosing(tx, jamId)
  })
}

/** Each minute: closed jams without a report, and editions without files, whatever became of the single jobs; and the
 *  letters whose hour it is. */
export const REPORT_CRONTAB: readonly string[] = [`* * * * * ${SWEEP}`]

/** The jam has closed: its report is due as soon as themes and groups know everything. */
export async function enqueueClosing(tx: Tx, jamId: string, runAt?: Date): Promise<void> {
  await enqueue(tx, { task: CLOSE, payload: { jamId }, key: `${CLOSE}:${jamId}`, ...(runAt && { runAt }) })
}

/** Somebody looks at a live draft that is old. */
export async function enqueueDraft(tx: Tx, jamId: string): Promise<void> {
  await enqueue(tx, { task: DRAFT, payload: { jamId }, key: `${DRAFT}:${jamId}` })
}

/** Hosts publish what they reviewed. `asked`: when, in milliseconds. */
export async function enqueueReviewed(tx: Tx, jamId: string, asked: number): Promise<void> {
  await enqueue(tx, { task: REVIEW, payload: { jamId, asked }, key: `${REVIEW}:${jamId}` })
}

/** Everything is answered, or an answer has changed since. `asked`: the position of the event that said so. */
export async function enqueueAnswered(tx: Tx, jamId: string, asked: number): Promise<void> {
  await enqueue(tx, { task: ANSWER, payload: { jamId, asked }, key: `${ANSWER}:${jamId}` })
}

/** 90 days have passed since everything was answered. `asked`: the position of the event that said so. */
export async function enqueueNinetyDays(tx: Tx, jamId: string, asked: number): Promise<void> {
  await enqueue(tx, { task: NINETY, payload: { jamId, asked }, key: `${NINETY}:${jamId}` })
}

/** Something was taken back: the files of its editions are made anew. */
export async function enqueueSetting(tx: Tx): Promise<void> {
  await enqueue(tx, { task: SET, key: SET })
}

function jamIdOf(payload: unknown): string | undefined {
  if (typeof payload !== 'object' || payload === null || !('jamId' in payload)) return undefined
  return typeof payload.jamId === 'string' ? payload.jamId : undefined
}

function askedOf(payload: unknown): number | null {
  if (typeof payload !== 'object' || payload === null || !('asked' in payload)) return null
  return typeof payload.asked === 'number' ? payload.asked : null
}
