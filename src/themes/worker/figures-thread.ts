import { workerData } from 'node:worker_threads'
import { openDatabase } from '../../platform/ground.ts'
import { answerInThread, giveWay } from '../../platform/in-thread.ts'
import { linkFamilies } from '../link-families.ts'
import { measureVenue } from '../measure-venue.ts'
import type { AskedOfFigures } from './open-figures.ts'

// What is found about a conversation after its themes: neither the server's own thread nor the one that places texts waits.

const database = openDatabase(workerData, { max: 1, appName: 'dandelion figures' })

giveWay('other threads too')
answerInThread<AskedOfFigures>((asked) =>
  asked.what === 'measure'
    ? measureVenue(database, asked.venueId)
    : linkFamilies(database, asked.venueId, asked.foreign),
)
