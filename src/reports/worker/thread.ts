import { parentPort } from 'node:worker_threads'
import type { Answered, Numbered } from '../../platform/index.ts'
import { composeReport } from '../rules/compose-report.ts'
import type { Asked, Made } from './asked.ts'
import { corpusOf, makeEdition } from './set-edition.ts'

// Editions are made beside the server, so that nobody who reads waits for one.

function answer(asked: Asked): Made {
  const model = asked.what === 'set' ? asked.model : JSON.stringify(composeReport(asked.material))
  return makeEdition(model, corpusOf(asked.corpus))
}

parentPort?.on('message', ({ number, ...asked }: Numbered<Asked>) => {
  let answered: Answered
  try {
    answered = { number, answer: answer(asked as Asked) }
  } catch (error) {
    answered = { number, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
  parentPort?.postMessage(answered)
})
