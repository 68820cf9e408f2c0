import { type Database, pruneAttempts, type Tasks } from '../platform/index.ts'
import { pruneIdentity } from './prune-identity.ts'
import { linkTasks } from './write-links.ts'

const PRUNE = 'prune-identity'

/** Clocks of identity (UTC), for startJobs. */
export const identityCrontab = [`17 * * * * ${PRUNE} ?fill=1h`] as const

/** Background work of identity, for startJobs. */
export function identityTasks(given: { database: Database; publicUrl: URL }): Tasks {
  return {
    ...linkTasks(given),
    [PRUNE]: () =>
      given.database.transaction({ role: 'jobs' }, async (tx) => {
        await pruneAttempts(tx)
        await pruneIdentity(tx)
      }),
  }
}
