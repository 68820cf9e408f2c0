import { Worker } from 'node:worker_threads'
import type { FoundLinks, LinkAsked } from './find-links.ts'

/** Links themes of several languages in a thread of its own. Rejects when the thread fails. */
export function findLinksInThread(asked: LinkAsked): Promise<FoundLinks> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./link-thread.ts', import.meta.url), { workerData: asked })
    worker.unref()
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the thread of families ended without an answer')))
  })
}
