const TRIED_AT = 'dandelion.reloaded-at'
const AGAIN_AFTER_MS = 60_000

/** After an update the files of the old page are gone: a page that cannot load its code loads itself anew, at most once a minute. */
export function reloadOnceWhenOutdated(): void {
  addEventListener('vite:preloadError', async () => {
    // A server that is away has not been updated: what stands in the page stays there.
    const answers = await fetch('/health/live', { cache: 'no-store' }).then(
      ({ ok }) => ok,
      () => false,
    )
    if (!answers) return
    try {
      const before = Number(sessionStorage.getItem(TRIED_AT) ?? 0)
      if (Date.now() - before < AGAIN_AFTER_MS) return
      sessionStorage.setItem(TRIED_AT, String(Date.now()))
    } catch {
      return
    }
    location.reload()
  })
}
