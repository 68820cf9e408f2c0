import { Worker } from 'node:worker_threads'
import type { MeasureAsked, Measured } from './measure-asked.ts'

/** Measures in a thread of its own. Rejects when the thread fails. */
export function measureInThread(asked: MeasureAsked): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./measure-thread.ts', import.meta.url), { workerData: asked })
    worker.unref()
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the thread of measures ended without an answer')))
  })
}
