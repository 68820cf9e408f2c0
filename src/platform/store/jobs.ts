import type { Tx } from '../transaction.ts'

/** A job that was tried to the end. `error` is the first line of the last error, at most 300 characters. */
export type FailedJob = {
  readonly id: string
  readonly task: string
  readonly tries: number
  readonly error: string
  readonly failedAt: Date
}

export async function enqueueJob(
  tx: Tx,
  job: { readonly task: string; readonly payload?: unknown; readonly runAt?: Date; readonly key?: string },
): Promise<void> {
  const text = 'select jobs_door.enqueue($1, $2::json, coalesce($3::timestamptz, now()), $4)'
  await tx.rows(text, [job.task, JSON.stringify(job.payload ?? {}), job.runAt ?? null, job.key ?? null])
}

export async function findFailedJobs(tx: Tx): Promise<FailedJob[]> {
  const text = 'select id, task, tries, error, failed_at as "failedAt" from jobs_door.failed_jobs()'
  return tx.rows<FailedJob>(text)
}
