import type { BrowserContext, Page } from 'playwright-core'
import { buildWebIfNeeded } from '../../src/app/build-web.ts'
import { setupLink } from '../../src/organisation/index.ts'
import type { WithSession } from '../api.ts'
import { openTestServer, type TestApi, type TestServerOptions } from '../api.ts'
import { newContext, type Viewer } from '../browser.ts'

/** The whole product for a journey: built web, real server with its jobs and live streams, real PostgreSQL. */
export type Product = {
  readonly api: TestApi
  /** The address of the first run. */
  setupLink(): Promise<string>
  /** A browser of somebody; with a session it is signed in. */
  browserOf(person: WithSession | null, viewer?: Viewer): Promise<BrowserContext>
  /** One tab at a path of the product. */
  visit(path: string, person: WithSession | null, viewer?: Viewer): Promise<Page>
  close(): Promise<void>
}

export async function openProduct(options: TestServerOptions = {}): Promise<Product> {
  await buildWebIfNeeded()
  const api = await openTestServer({ jobs: true, ...options })
  const contexts: BrowserContext[] = []
  const browserOf: Product['browserOf'] = async (person, viewer) => {
    const context = await newContext(viewer)
    contexts.push(context)
    if (person) await context.addCookies([{ name: 'dandelion', value: person.token, url: api.origin, httpOnly: true }])
    return context
  }
  return {
    api,
    setupLink: async () => {
      const link = await setupLink(api.database, new URL(api.origin))
      if (!link) throw new Error('the organisation exists already')
      return link
    },
    browserOf,
    visit: async (path, person, viewer) => {
      const page = await (await browserOf(person, viewer)).newPage()
      await page.goto(new URL(path, api.origin).href)
      return page
    },
    close: async () => {
      for (const context of contexts) await context.close()
      await api.close()
    },
  }
}
