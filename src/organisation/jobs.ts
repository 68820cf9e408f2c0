import type { Database, Tasks } from '../platform/index.ts'
import { foldCounts } from './fold-counts.ts'

const FOLD = 'fold-hub-counts'

/** Clocks of organisation (UTC), for startJobs. */
export const organisationCrontab = [`41 * * * * ${FOLD} ?fill=1h`] as const

/** Background work of organisation, for startJobs. */
export function organisationTasks({ database }: { readonly database: Database }): Tasks {
  return { [FOLD]: () => foldCounts(database) }
}
