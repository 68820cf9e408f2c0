export type Repeated = {
  /** Something is to be done: run soon. */
  hint(): void
  /** Runs no more; resolves when the run under way has ended. */
  stop(): Promise<void>
}

export type Repeating = {
  /** One run; true when more waits, so that the next run follows at once. */
  readonly work: () => Promise<boolean>
  /** The longest time between two runs without a hint. */
  readonly pollMs: number
  /** The shortest time between the starts of two runs. */
  readonly paceMs: number
  /** A run that failed is tried again after `pollMs`. */
  readonly onError: (error: unknown) => void
}

/** Runs work when hinted and at least every `pollMs`, never twice at once. A hint during a run leads to one more run. */
export function runRepeatedly({ work, pollMs, paceMs, onError }: Repeating): Repeated {
  let hinted = false
  let stopped = false
  let running: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined
  let startedAt = Number.NEGATIVE_INFINITY

  function plan(waitMs: number): void {
    clearTimeout(timer)
    if (stopped) return
    timer = setTimeout(run, waitMs)
    timer.unref()
  }

  function planNext(soon: boolean): void {
    plan(soon ? Math.max(0, startedAt + paceMs - performance.now()) : pollMs)
  }

  function run(): void {
    hinted = false
    startedAt = performance.now()
    running = work()
      .catch((error: unknown) => {
        hinted = false
        onError(error)
        return false
      })
      .then((more) => {
        running = undefined
        planNext(more || hinted)
      })
  }

  plan(0)
  return {
    hint() {
      if (hinted || stopped) return
      hinted = true
      if (!running) planNext(true)
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
