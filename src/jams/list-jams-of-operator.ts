import type { Database } from '../platform/index.ts'
import { listAllJams } from './store/export.ts'

const SHOWN = 20

/** The newest jams of the installation, for the operator at the terminal. */
export async function listJamsOfOperator(database: Database): Promise<{ id: string; title: string; phase: string }[]> {
  return database.transaction({ role: 'jobs' }, (tx) => listAllJams(tx, SHOWN), { readOnly: true })
}
