import { answerInThread } from '../../platform/in-thread.ts'
import { composeReport } from '../rules/compose-report.ts'
import type { Asked, Made } from './asked.ts'
import { corpusOf, makeEdition } from './set-edition.ts'

// Editions are made beside the server, so that nobody who reads waits for one.

function answer(asked: Asked): Made {
  const model = asked.what === 'set' ? asked.model : JSON.stringify(composeReport(asked.material))
  return makeEdition(model, corpusOf(asked.corpus))
}

answerInThread(answer)
