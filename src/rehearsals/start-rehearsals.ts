import { runRepeatedly } from '../platform/index.ts'
import { openCourse } from './course.ts'
import { type Rehearsing, rehearse } from './run-rehearsal.ts'
import { type Claimed, claimRehearsal, findAbandoned, saveEnd } from './store/rehearsals.ts'
import { wipe, wipeTraces } from './wipe.ts'

const LOOK_MS = 1_000
/** A runner that has not been heard of for so long is gone with its server. */
const ABANDONED_MS = 20_000
/** A computation that was under way when its copy went tells of it within this time. */
const ECHO_MS = 180_000
const ECHO_EVERY_MS = 5_000

export type StartRehearsals = Rehearsing & { readonly onError: (error: unknown) => void }

/** Takes rehearsals that hosts ask for, one at a time, and wipes those whose server went away. */
export function startRehearsals(given: StartRehearsals): { stop(): Promise<void> } {
  const { database, onError } = given
  const ending = new AbortController()
  const echoes = listenForEchoes(given)
  const work = async (): Promise<boolean> => {
    const { gone, next } = await database.transaction({ role: 'jobs' }, async (tx) => ({
      gone: await findAbandoned(tx, new Date(tx.now.getTime() - ABANDONED_MS)),
      next: await claimRehearsal(tx),
    }))
    for (const { id } of gone) echoes.expect(await end(given, id, { state: 'failed', checks: [] }))
    if (next) echoes.expect(await run(given, next, ending.signal))
    await echoes.wipe()
    return next !== undefined
  }
  const repeated = runRepeatedly({ work, pollMs: LOOK_MS, paceMs: LOOK_MS, onError })
  return {
    async stop() {
      ending.abort()
      await repeated.stop()
    },
  }
}

type Outcome = Parameters<typeof saveEnd>[2]

/** One from its beginning to its end. When the server ends in the middle, what is there is wiped by whoever comes next. It
 *  tells that it lives until it is wiped: nobody takes it for abandoned meanwhile. */
async function run(given: StartRehearsals, claimed: Claimed, ending: AbortSignal): Promise<string[]> {
  const course = openCourse(given.database, claimed.id, ending)
  try {
    const outcome = await outcomeOf(given, { claimed, course, ending })
    return outcome ? await end(given, claimed.id, outcome) : []
  } finally {
    course.end()
  }
}

type Running = {
  readonly claimed: Claimed
  readonly course: ReturnType<typeof openCourse>
  readonly ending: AbortSignal
}

/** Undefined: the server ends. */
async function outcomeOf(given: StartRehearsals, { claimed, course, ending }: Running): Promise<Outcome | undefined> {
  try {
    const checks = await rehearse(given, claimed, course)
    await course.begin('wipe', 0)
    return checks ? { state: 'done', checks } : { state: 'stopped', checks: [] }
  } catch (error) {
    if (ending.aborted) return undefined
    if (course.signal.aborted) return { state: 'stopped', checks: [] }
    given.onError(error)
    return { state: 'failed', checks: [] }
  }
}

/** Wipes it and keeps what came of it. Gives the copies that were there. */
async function end({ database }: Rehearsing, id: string, outcome: Outcome): Promise<string[]> {
  const copies = await wipe(database, id)
  await database.transaction({ role: 'jobs' }, (tx) => saveEnd(tx, id, outcome))
  return copies
}

/** For some minutes after a copy is gone, what is still told of it is wiped too. */
function listenForEchoes({ database }: Rehearsing) {
  const untilMs = new Map<string, number>()
  let wipedMs = 0
  return {
    expect(copies: readonly string[]): void {
      for (const id of copies) untilMs.set(id, performance.now() + ECHO_MS)
    },
    async wipe(): Promise<void> {
      const nowMs = performance.now()
      if (untilMs.size === 0 || nowMs - wipedMs < ECHO_EVERY_MS) return
      wipedMs = nowMs
      await wipeTraces(database, [...untilMs.keys()])
      for (const [id, until] of untilMs) if (until < nowMs) untilMs.delete(id)
    },
  }
}
