const LOCK = 'dandelion-live'

export type Leadership = {
  /** Takes the lead from a tab that holds it but says nothing (put to sleep by the system). */
  seize(): void
  /** Gives up the lead, or the wish for it. */
  resign(): void
}

/** Waits for the lead among the tabs of this browser and calls `lead` when this tab has it; `follow` when it has lost it
 *  to another. Where the browser has no locks (a page that is not secure), every tab leads for itself. */
export function seekLead(given: { lead: () => void; follow: () => void; name?: string }): Leadership {
  const { lead, follow, name = LOCK } = given
  const { locks } = navigator as { locks?: LockManager }
  const ending = new AbortController()
  if (!locks) {
    lead()
    return { seize() {}, resign() {} }
  }

  function ask(options: LockOptions): void {
    if (ending.signal.aborted) return
    const holding = locks?.request(name, options, () => {
      if (ending.signal.aborted) return
      lead()
      return new Promise<void>((resolve) => ending.signal.addEventListener('abort', () => resolve()))
    })
    holding?.catch(() => {
      // Stolen by a tab that heard nothing from this one (or no longer wanted): wait in line again.
      if (ending.signal.aborted) return
      follow()
      ask({ signal: ending.signal })
    })
  }

  ask({ signal: ending.signal })
  return {
    seize: () => ask({ steal: true }),
    resign: () => ending.abort(),
  }
}
