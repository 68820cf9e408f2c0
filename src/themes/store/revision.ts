import type { Tx } from '../../platform/index.ts'

/** Grows with every change of a venue's themes. */
export async function saveRevision(tx: Tx, venueId: string): Promise<number> {
  const row = await tx.row<{ revision: number }>(
    'update theme_state set revision = revision + 1 where venue_id = $1 returning revision',
    [venueId],
  )
  return row?.revision ?? 0
}

/** One host shapes at a time. */
export async function holdThemes(tx: Tx, venueId: string): Promise<void> {
  await tx.rows('select from theme_state where venue_id = $1 for update', [venueId])
}
