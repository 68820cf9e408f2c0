const KEPT_AS = 'dandelion.was-here'

/** Whether somebody is probably signed in in this browser: then a page's code is fetched before the server has said who is
 *  here. Only a guess for speed; what a person may see is decided by the server alone. */
export function wasHere(): boolean {
  try {
    return localStorage.getItem(KEPT_AS) !== null
  } catch {
    return false
  }
}

/** Remembers the guess for the next visit. */
export function rememberHere(here: boolean): void {
  try {
    if (here) localStorage.setItem(KEPT_AS, '1')
    else localStorage.removeItem(KEPT_AS)
  } catch {
    // A browser that keeps nothing waits for the server's word each time.
  }
}
