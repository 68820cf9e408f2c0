import type { Database } from '../platform/index.ts'
import { saveBridges } from './store/bridging.ts'
import { findStaleAt, saveDelta, saveState, saveThemes } from './store/computing.ts'

/** Makes the shared figures of a venue anew from its rows: what hosts move, what people edit or take back, and themes that
 *  are found anew can never leave a wrong count behind. */
export async function computeVenue(database: Database, venueId: string): Promise<void> {
  await database.transaction(
    { role: 'jobs' },
    async (tx) => {
      const staleAt = await findStaleAt(tx, venueId)
      await saveDelta(tx, venueId)
      await saveThemes(tx, venueId)
      await saveBridges(tx, venueId)
      await saveState(tx, venueId, staleAt)
    },
    { patient: true },
  )
}
