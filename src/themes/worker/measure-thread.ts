import { parentPort, workerData } from 'node:worker_threads'
import type { MeasureAsked } from './measure-asked.ts'
import { measureVoices } from './measure-voices.ts'

// One measurement, then it ends: the server's own thread never waits for it.

parentPort?.postMessage(measureVoices(workerData as MeasureAsked))
