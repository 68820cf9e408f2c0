import { Worker } from 'node:worker_threads'
import type { opinion } from '../../analysis/index.ts'

export type AskedOfThread = { readonly ballots: opinion.Ballots; readonly memory: opinion.OpinionMemory | null }

/** Finds opinion groups in a thread of its own. Rejects when the thread fails. */
export function findGroupsInThread(asked: AskedOfThread): Promise<opinion.OpinionGroups> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./thread.ts', import.meta.url), { workerData: asked })
    worker.unref()
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the thread of opinion groups ended without an answer')))
  })
}
