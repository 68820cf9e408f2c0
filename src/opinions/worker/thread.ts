import { parentPort, workerData } from 'node:worker_threads'
import { opinion } from '../../analysis/index.ts'
import type { AskedOfThread } from './find-groups.ts'

// One computation, then it ends: the server's own thread never waits for it.

const SEED = 1
const { ballots, memory } = workerData as AskedOfThread
parentPort?.postMessage(opinion.findOpinionGroups(ballots, { seed: SEED, ...(memory && { memory }) }))
