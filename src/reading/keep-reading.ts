import { venueFor } from '../conversation/index.ts'
import type { Ctx } from '../platform/index.ts'
import type { ReadingView } from './contract.ts'
import { deleteReading, deleteStopped, findReading, saveOpened, saveSeen, saveStopped } from './store.ts'

/** Remembers what the asker has read. `kept` is false when she does not want it kept: then nothing is. */
export async function recordSeen({ tx }: Ctx, { contributionIds }: { contributionIds: readonly string[] }) {
  const kept = await saveSeen(tx, contributionIds)
  return { reference: 'seen', answer: Promise.resolve({ kept }) }
}

/** The asker opened a venue that she may see; hosts are told in numbers how many did. */
export async function recordOpened(ctx: Ctx, { venueId }: { venueId: string }): Promise<string> {
  await venueFor(ctx, venueId)
  await saveOpened(ctx.tx, venueId)
  return venueId
}

/** Keeps the asker's reading history from now on, or no longer; what was kept stays until she deletes it. */
export async function chooseReading({ tx, actor }: Ctx, { kept }: { kept: boolean }): Promise<string> {
  await (kept ? deleteStopped(tx) : saveStopped(tx))
  return actor.personId
}

/** Deletes the asker's reading history for good. */
export async function forgetReading({ tx, actor }: Ctx): Promise<string> {
  await deleteReading(tx)
  return actor.personId
}

/** The asker's reading history in numbers. */
export async function viewReading({ tx }: Ctx): Promise<ReadingView> {
  return findReading(tx)
}
