import { navigate, useLocationProperty } from 'wouter/use-browser-location'

const KEPT_AS = 'dandelion.scrolled'
const MOST_STEPS = 100
// A slow phone takes that long to load a page anew; whoever touches it first stays where they are.
const GROWS_WITHIN_MS = 10_000
// What stands above may still change its height once the place is there: letters that come after the words.
const SETTLES_WITHIN_MS = 1_000

// Where each step of this tab's history was scrolled to, in pixels from the top, and the step on the screen.
const scrolled = new Map<string, number>(kept())
let shown: string | undefined

/** The address with everything in it; changes with every step. */
export function useHref(): string {
  return useLocationProperty(() => location.href)
}

/** Goes to an address of this application. What only changes the query of the page stays the same step, where it was
 *  scrolled to. */
export function goTo(href: string, options?: { replace?: boolean }): void {
  const to = new URL(href, location.href)
  const staysHere = to.href === location.href || (options?.replace === true && to.pathname === location.pathname)
  const step = staysHere ? stepHere() : newStep()
  navigate(to.href, { replace: options?.replace === true || staysHere, state: { step } })
}

/** Once what belongs to the address is on the screen: scrolls to where its step was left, to what its #name names, else to
 *  the top. Waits for content that is still growing or moving it, unless the person moves first. Returns how to stop waiting. */
export function scrollToStep(): () => void {
  const step = stepHere()
  if (step === shown) return () => {}
  const left = scrolled.get(step)
  const isFirst = shown === undefined
  shown = step
  if (left !== undefined) return whileItGrows(() => scrollTo(left))
  if (location.hash) return whileItGrows(scrollToName)
  if (!isFirst) window.scrollTo(0, 0)
  return () => {}
}

/** Keeps where pages are scrolled to, for the steps back and for loading anew; once, when the application begins. */
export function keepScrolled(): void {
  history.scrollRestoration = 'manual'
  // Once the address is another one, what scrolls is what stands in for the page that is still on its way.
  const note = () => shown && shown === stepIn(history.state) && scrolled.set(shown, scrollY)
  addEventListener('scroll', note, { passive: true })
  addEventListener('pagehide', () => keep([...scrolled].slice(-MOST_STEPS)))
}

function scrollTo(top: number): boolean {
  window.scrollTo(0, top)
  return scrollY >= top - 1
}

function scrollToName(): boolean {
  const named = document.getElementById(location.hash.slice(1))
  named?.scrollIntoView()
  return named !== null
}

function whileItGrows(isThere: () => boolean): () => void {
  const waiting = new AbortController()
  const stop = () => waiting.abort()
  let timer = setTimeout(stop, GROWS_WITHIN_MS)
  let settles = false
  const growing = new ResizeObserver(() => {
    if (!isThere() || settles) return
    settles = true
    clearTimeout(timer)
    timer = setTimeout(stop, SETTLES_WITHIN_MS)
  })
  waiting.signal.addEventListener('abort', () => {
    growing.disconnect()
    clearTimeout(timer)
  })
  for (const deed of ['wheel', 'touchstart', 'keydown', 'pointerdown']) {
    addEventListener(deed, stop, { signal: waiting.signal, capture: true, passive: true })
  }
  isThere() // before anything is drawn; the observer looks first thing after
  growing.observe(document.body)
  return stop
}

// A step that the browser made by itself (the first, or a plain link to a #name) gets its name when it is asked for.
function stepHere(): string {
  const here = stepIn(history.state)
  if (here !== undefined) return here
  const step = newStep()
  navigate(location.href, { replace: true, state: { step } })
  return step
}

function stepIn(state: unknown): string | undefined {
  return typeof state === 'object' && state !== null && 'step' in state ? String(state.step) : undefined
}

// Unique in this tab; randomUUID is missing where the page does not come by https.
function newStep(): string {
  return `${Date.now().toString(36)}.${Math.random().toString(36).slice(2, 8)}`
}

function kept(): [string, number][] {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(KEPT_AS) ?? '[]')
    return Array.isArray(found) ? (found as [string, number][]) : []
  } catch {
    return []
  }
}

function keep(steps: [string, number][]): void {
  try {
    sessionStorage.setItem(KEPT_AS, JSON.stringify(steps))
  } catch {
    // A browser that keeps nothing begins each page at its top.
  }
}
