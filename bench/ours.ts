import type pg from 'pg'
import { pino } from 'pino'
import { openLanguageDetector } from '../src/analysis/index.ts'
import { openServer } from '../src/app/server.ts'
import { readConfig } from '../src/platform/index.ts'
import { answering, givenToWorker } from './processes.ts'

// The product as it runs: the same composition root, the same settings.

export type OursOrder = {
  readonly connection: pg.ClientConfig
  readonly dataDir: string
  readonly port: number
  readonly jobs: boolean
}

const { connection, dataDir, port, jobs } = givenToWorker<OursOrder>()
const config = readConfig({ PORT: String(port), DANDELION_DATA: dataDir, LOG_LEVEL: 'warn' })
const server = await openServer({ config, connection, jobs, log: pino({ level: 'warn' }) })
openLanguageDetector() // as the product does when it has begun to serve
process.on('SIGTERM', () => void server.close().then(() => process.exit(0)))
answering(async () => server.url)
