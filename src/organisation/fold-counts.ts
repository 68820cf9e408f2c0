import type { Database } from '../platform/index.ts'
import { foldHubSteps } from './store/hubs.ts'

/** Folds what was counted of people in hubs since the last time. The counts stay as they are; reading them is quick again. */
export async function foldCounts(database: Database): Promise<void> {
  await database.transaction({ role: 'jobs' }, foldHubSteps)
}
