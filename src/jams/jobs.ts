import { type Database, doEach, type Tasks } from '../platform/index.ts'
import { MOVE_JAM } from './apply-event.ts'
import { type LobbyLinks, sealLinks } from './lobby-links.ts'
import { moveByClock, sweepJams } from './move-by-clock.ts'

const SWEEP_JAMS = 'sweep-jams'

/** The clocks of jams, and the links of their lobbies. A server also calls `sweepJams` and `sealLinks` when it starts. */
export function jamTasks({ database, links }: { database: Database; links: LobbyLinks }): Tasks {
  return {
    [MOVE_JAM]: async (payload) => {
      const jamId = jamIdOf(payload)
      if (jamId) await moveByClock(database, jamId)
    },
    [SWEEP_JAMS]: () => doEach([() => sweepJams(database), () => sealLinks(database, links)], (step) => step()),
  }
}

/** Each minute, whatever became of the single alarms. */
export const JAM_CRONTAB: readonly string[] = [`* * * * * ${SWEEP_JAMS}`]

function jamIdOf(payload: unknown): string | undefined {
  if (typeof payload !== 'object' || payload === null || !('jamId' in payload)) return undefined
  return typeof payload.jamId === 'string' ? payload.jamId : undefined
}
