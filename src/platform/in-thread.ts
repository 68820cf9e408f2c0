import module from 'node:module'
import os from 'node:os'
import { parentPort } from 'node:worker_threads'

/** What is asked of a thread, with the number that its answer carries. */
export type Numbered<Question> = Question & { readonly number: number }
/** What a thread answers: with the number of the question, and an error in place of an answer when it failed. */
export type Answered = { readonly number: number; readonly answer?: unknown; readonly error?: string }

/** In a thread's own file: answers each question in turn, or tells what was thrown. A question that is answered with a
 *  promise keeps no other from being answered meanwhile. */
export function answerInThread<Question extends object>(answer: (question: Question) => unknown): void {
  let isKept = false
  parentPort?.on('message', async (question: Numbered<Question>) => {
    const answered: Answered = { number: question.number, ...(await answerTo(answer, question)) }
    parentPort?.postMessage(answered)
    // What it has loaded by now, the next thread of its kind need not compile.
    if (!isKept) module.flushCompileCache()
    isKept = true
  })
}

async function answerTo<Question>(
  answer: (question: Question) => unknown,
  question: Question,
): Promise<Omit<Answered, 'number'>> {
  try {
    return { answer: await answer(question) }
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

const { PRIORITY_BELOW_NORMAL, PRIORITY_LOW } = os.constants.priority

/** In a thread's own file: lets everything that people wait for go first when the processors are short; 'other threads too'
 *  also what other threads compute. On Linux a priority is a thread's own; elsewhere it would be the whole process's, and stays
 *  as it is. */
export function giveWay(whom: 'people' | 'other threads too' = 'people'): void {
  const modest = whom === 'people' ? PRIORITY_BELOW_NORMAL : PRIORITY_LOW
  // A process that is itself more modest stays so: only root may go back.
  if (process.platform === 'linux' && parentPort && os.getPriority() < modest) os.setPriority(modest)
}
