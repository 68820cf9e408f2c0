/** What is said beside a step: how much of it is through, or that it is known to take long. */
export type StepDetails = { readonly done?: number; readonly isLong?: boolean }

/** Says how far the work is. */
export type Progress = {
  /** What is being done now; a number says how much is through. Cheap: call it as often as there is something to say. A
   *  step without a pause in it says nothing until it is over: one that `isLong` is therefore announced at once. */
  at(step: string, details?: number | StepDetails): void
}

const QUIET_MS = 1000

/** Says on `err` what is being done, at most once a second and not before a second has passed: short work is silent. */
export function tellProgress(err: NodeJS.WritableStream, nowMs: () => number = () => performance.now()): Progress {
  let lastMs = nowMs()
  return {
    at(step, details = {}) {
      const { done, isLong = false } = typeof details === 'number' ? { done: details } : details
      if (!isLong && nowMs() - lastMs < QUIET_MS) return
      lastMs = nowMs()
      err.write(done === undefined ? `${step} ...\n` : `${step}: ${done.toLocaleString('en')} ...\n`)
    },
  }
}
