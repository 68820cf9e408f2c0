import module from 'node:module'
import path from 'node:path'
import type pg from 'pg'
import { pino } from 'pino'
import { openLanguageDetector } from '../src/analysis/index.ts'
import { openServer } from '../src/app/server.ts'
import { projectRoot, readConfig } from '../src/platform/index.ts'
import { answering, givenToWorker } from './processes.ts'

// The product as it runs: the same composition root, the same settings.

export type OursOrder = {
  readonly connection: pg.ClientConfig
  readonly dataDir: string
  readonly port: number
  readonly jobs: boolean
}

// As bin/dandelion.mjs does: what a former start compiled is there, for the threads too.
module.enableCompileCache(path.join(projectRoot, 'node_modules', '.cache', 'dandelion'))

const { connection, dataDir, port, jobs } = givenToWorker<OursOrder>()
const config = readConfig({ PORT: String(port), DANDELION_DATA: dataDir, LOG_LEVEL: 'warn' })
const server = await openServer({ config, connection, jobs, log: pino({ level: 'warn' }) })
openLanguageDetector() // as the product does when it has begun to serve
process.on('SIGTERM', () => void server.close().then(() => process.exit(0)))
answering(async () => server.url)
