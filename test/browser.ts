import fs from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AxeResults } from 'axe-core'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { launchChromium } from '../dev/chromium.ts'

/** How a person looks at the product. Sizes in CSS pixels; `timezone` is an IANA name, `locale` a BCP 47 tag. */
export type Viewer = {
  readonly width?: number
  readonly height?: number
  readonly colorScheme?: 'light' | 'dark'
  readonly locale?: string
  readonly timezone?: string
  /** A phone: touch instead of a mouse, two device pixels for one of CSS. */
  readonly phone?: boolean
  /** Pages are without JavaScript, as in the lobby. */
  readonly withoutScript?: boolean
}

/** The two widths that every screen is shown at. */
export const PHONE = { width: 390, height: 844, phone: true } as const satisfies Viewer
export const DESKTOP = { width: 1440, height: 900 } as const satisfies Viewer

const PATIENCE_MS = 15_000

type Worker = {
  browser: Promise<Browser> | undefined
  problems: WeakMap<Page, string[]>
  axe: Promise<string> | undefined
  /** Tabs that have axe-core ready in every document. */
  equipped: WeakSet<Page>
}
const worker: Worker = { browser: undefined, problems: new WeakMap(), axe: undefined, equipped: new WeakSet() }

function watch(page: Page): void {
  const complain = (text: string) => worker.problems.get(page)?.push(text)
  worker.problems.set(page, [])
  page.on('pageerror', (error) => complain(error.message))
  page.on('console', (message) => {
    // The browser itself says in the console what the Content-Security-Policy refused and what was not found.
    if (message.type() === 'error') complain(`${message.text()} (${message.location().url})`)
  })
}

/** A browser of one person: cookies and storage of its own. Its tabs come from `context.newPage()`. The worker's only
 *  Chromium is started at the first call and ends with the worker: whoever opens a context closes it. Nothing is animated. */
export async function newContext(viewer: Viewer = {}): Promise<BrowserContext> {
  worker.browser ??= launchChromium()
  const browser = await worker.browser
  const context = await browser.newContext({
    viewport: { width: viewer.width ?? DESKTOP.width, height: viewer.height ?? DESKTOP.height },
    colorScheme: viewer.colorScheme ?? 'light',
    locale: viewer.locale ?? 'en-GB',
    timezoneId: viewer.timezone ?? 'Europe/Vienna',
    reducedMotion: 'reduce',
    hasTouch: viewer.phone ?? false,
    isMobile: viewer.phone ?? false,
    deviceScaleFactor: viewer.phone ? 2 : 1,
    javaScriptEnabled: !viewer.withoutScript,
  })
  context.setDefaultTimeout(PATIENCE_MS)
  context.on('page', watch)
  return context
}

/** One tab in a browser of its own; `page.context().close()` ends it. */
export async function newPage(viewer: Viewer = {}): Promise<Page> {
  const context = await newContext(viewer)
  return context.newPage()
}

type FreeTab = { readonly for: string; readonly page: Page }
const free: FreeTab[] = []
/** More than any journey has open at once. */
const FREE_MAX = 12

/** All that stays with a tab for good. */
const lastingOf = ({ colorScheme: _, ...lasting }: Viewer): string => JSON.stringify(lasting)

/** A tab at an empty page, signed in as nobody: one that an earlier journey has given back, or a new one. What a browser
 *  does to begin takes twice as long as a page in a tab that is there. */
export async function takeTab(viewer: Viewer = {}): Promise<Page> {
  const at = free.findIndex((tab) => tab.for === lastingOf(viewer))
  const [tab] = at < 0 ? [] : free.splice(at, 1)
  const page = tab?.page ?? (await newPage(viewer))
  await page.emulateMedia({ colorScheme: viewer.colorScheme ?? 'light' })
  return page
}

/** Gives a tab back for whoever comes next, with nothing of who was there. Not for one that was given scripts, routes or
 *  listeners of its own, nor for one of several of its browser: end its context. */
export async function giveTabBack(page: Page, viewer: Viewer = {}): Promise<void> {
  const context = page.context()
  if (page.isClosed() || context.pages().length > 1 || free.length >= FREE_MAX) return context.close()
  const forget = (): void => {
    localStorage.clear()
    sessionStorage.clear()
  }
  const { width, height } = { ...DESKTOP, ...viewer }
  await page.evaluate(forget).catch(() => {}) // a page that shows an error has no storage
  await page.goto('about:blank')
  await Promise.all([
    context.clearCookies(),
    page.emulateMedia({ media: null, reducedMotion: 'reduce' }),
    page.setViewportSize({ width, height }),
    page.mouse.move(0, 0),
  ])
  forgetComplaints(page)
  free.push({ for: lastingOf(viewer), page })
}

/** What the page complained about so far: uncaught errors, console errors, refusals of the Content-Security-Policy. */
export function complaintsOf(page: Page): readonly string[] {
  return worker.problems.get(page) ?? []
}

/** The page goes on in another test, as a tab in which somebody goes on to something else. */
export function forgetComplaints(page: Page): void {
  worker.problems.set(page, [])
}

type Violation = { readonly id: string; readonly help: string; readonly nodes: readonly string[] }

/** In the page: ends once no colour has changed for so many frames. A scheme that was just changed goes from each element to
 *  those in it, a frame for each, even where nothing else is animated. */
async function settleColours(frames: number): Promise<void> {
  for (let quiet = 0; quiet < frames; quiet += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve))
    const changing = document.getAnimations().filter((animation) => animation instanceof CSSTransition)
    if (changing.length > 0) quiet = 0
    await Promise.allSettled(changing.map(({ finished }) => finished))
  }
}
const FRAMES = { usual: 2, ofAScheme: 6 } as const

const axeFile = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'))

/** Sending axe-core takes longer than running it: a tab gets it once, in a function that each later document of the tab
 *  has from its beginning and calls when it is looked at. */
async function bringAxe(page: Page): Promise<void> {
  worker.axe ??= fs.readFile(axeFile, 'utf8').then((source) => `globalThis.loadAxe ??= () => {${source}\n}`)
  if (!worker.equipped.has(page)) {
    worker.equipped.add(page)
    await page.addInitScript(await worker.axe)
  }
  const load = (): boolean => {
    const tab = globalThis as { axe?: unknown; loadAxe?: () => void }
    if (!tab.axe) tab.loadAxe?.()
    return tab.axe !== undefined
  }
  if (await page.evaluate(load)) return
  await page.evaluate(await worker.axe)
  await page.evaluate(load)
}

async function violationsOn(page: Page, rules: readonly string[] | undefined): Promise<Violation[]> {
  await bringAxe(page)
  await page.evaluate(settleColours, FRAMES.usual)
  return page.evaluate(async (runOnly) => {
    const runner = (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe
    const results = await runner.run({ reporter: 'no-passes', ...(runOnly && { runOnly }) })
    return results.violations.map((found) => ({
      id: found.id,
      help: found.help,
      nodes: found.nodes.map((node) => `${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`),
    }))
  }, rules)
}

/** Runs axe-core on the page as it stands and expects it to find nothing: every rule it has on by default, or only these. */
export async function expectNoViolations(page: Page, rules?: readonly string[]): Promise<void> {
  expect(await violationsOn(page, rules), `axe-core on ${page.url()}`).toEqual([])
}

/** Keeps a picture of the page as NAME.png in the folder that SCREENSHOTS names; does nothing when it is unset. Of a page
 *  of many windows only the window: its lists draw no more than that. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS
  if (!folder) return
  await fs.mkdir(folder, { recursive: true })
  const fullPage = await page.evaluate(() => document.documentElement.scrollHeight < 3 * innerHeight)
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage, animations: 'disabled', timeout: 60_000 })
}

/** Whoever looks prefers this scheme from now on; every colour has arrived. */
export async function changeScheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.evaluate(settleColours, FRAMES.ofAScheme)
}

/** Looks at the page as it stands as a person does, light and dark: axe-core finds nothing, nothing scrolls sideways, and a
 *  picture of each is kept. `at`: what the pictures begin with. The page is light afterwards. */
export async function look(page: Page, name: string, at?: Locator): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await changeScheme(page, colorScheme)
    // Only the colours are others.
    await expectNoViolations(page, colorScheme === 'dark' ? ['color-contrast'] : undefined)
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(over, `sideways scrolling on ${page.url()}`).toBe(0)
    await at?.evaluate((element) => element.scrollIntoView({ block: 'start' }))
    await picture(page, `${name}-${colorScheme}`)
  }
  await page.emulateMedia({ colorScheme: 'light' })
}
