/** Says how far the work is. */
export type Progress = {
  /** What is being done now; `done` counts what is through. Cheap: call it as often as there is something to say. */
  at(step: string, done?: number): void
}

const QUIET_MS = 1000

/** Says on `err` what is being done, at most once a second and not before a second has passed: short work is silent. */
export function tellProgress(err: NodeJS.WritableStream, nowMs: () => number = () => performance.now()): Progress {
  let lastMs = nowMs()
  return {
    at(step, done) {
      if (nowMs() - lastMs < QUIET_MS) return
      lastMs = nowMs()
      err.write(done === undefined ? `${step} ...\n` : `${step}: ${done.toLocaleString('en')} ...\n`)
    },
  }
}
