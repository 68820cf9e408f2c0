import { parentPort } from 'node:worker_threads'
import type { Answered, Numbered } from '../../platform/index.ts'

/** In a thread's own file: answers each question in turn, or tells what was thrown. */
export function answerInThread<Question extends object>(answer: (question: Question) => unknown): void {
  parentPort?.on('message', (question: Numbered<Question>) => {
    const answered: Answered = { number: question.number, ...answerTo(answer, question) }
    parentPort?.postMessage(answered)
  })
}

function answerTo<Question>(answer: (question: Question) => unknown, question: Question): Omit<Answered, 'number'> {
  try {
    return { answer: answer(question) }
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
