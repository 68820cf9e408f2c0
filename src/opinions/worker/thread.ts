import { workerData } from 'node:worker_threads'
import { openDatabase } from '../../platform/ground.ts'
import { answerInThread, giveWay } from '../../platform/in-thread.ts'
import { computeVenue } from '../compute-venue.ts'
import type { AskedOfGrouper } from './open-grouper.ts'

// Groups are found beside the server, so that nobody waits for them.

const database = openDatabase(workerData, { max: 1, appName: 'dandelion opinions' })

giveWay('other threads too')
answerInThread<AskedOfGrouper>(async ({ venueId }) => {
  const began = performance.now()
  await computeVenue(database, venueId)
  return performance.now() - began
})
