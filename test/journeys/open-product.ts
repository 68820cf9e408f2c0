import type { BrowserContext, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { buildWebIfNeeded } from '../../src/app/build-web.ts'
import { setupLink } from '../../src/organisation/index.ts'
import type { WithSession } from '../api.ts'
import { openTestServer, type TestApi, type TestServerOptions } from '../api.ts'
import { forgetComplaints, giveTabBack, newContext, takeTab, type Viewer } from '../browser.ts'

/** The whole product for a journey: built web, real server with its jobs and live streams, real PostgreSQL. */
export type Product = {
  readonly api: TestApi
  /** The address of the first run. */
  setupLink(): Promise<string>
  /** A browser of somebody; with a session it is signed in. */
  browserOf(person: WithSession | null, viewer?: Viewer): Promise<BrowserContext>
  /** One tab at a path of the product. Somebody who has visited in an earlier test with the same device goes on in the tab
   *  of that test: a browser that begins takes three times as long. */
  visit(path: string, person: WithSession | null, viewer?: Viewer): Promise<Page>
  close(): Promise<void>
}

export async function openProduct(options: TestServerOptions = {}): Promise<Product> {
  await buildWebIfNeeded()
  const api = await openTestServer({ jobs: true, ...options })
  const contexts: BrowserContext[] = []
  const taken = new Map<Page, Viewer | undefined>()
  const left = new Map<string, Page>()
  const signIn = async (context: BrowserContext, person: WithSession | null): Promise<void> => {
    if (person) await context.addCookies([{ name: 'dandelion', value: person.token, url: api.origin, httpOnly: true }])
  }
  const takeFor = async (person: WithSession | null, viewer: Viewer | undefined): Promise<Page> => {
    const page = await takeTab(viewer)
    taken.set(page, viewer)
    await signIn(page.context(), person)
    return page
  }
  return {
    api,
    setupLink: async () => {
      const link = await setupLink(api.database, new URL(api.origin))
      if (!link) throw new Error('the organisation exists already')
      return link
    },
    browserOf: async (person, viewer) => {
      const context = await newContext(viewer)
      contexts.push(context)
      await signIn(context, person)
      return context
    },
    visit: async (path, person, viewer) => {
      const who = `${person?.token} ${JSON.stringify(viewer)}`
      const page = left.get(who) ?? (await takeFor(person, viewer))
      left.delete(who)
      if (person) onTestFinished(() => void (page.isClosed() || left.set(who, page)))
      forgetComplaints(page)
      await page.emulateMedia({ colorScheme: viewer?.colorScheme ?? 'light' })
      await page.goto(new URL(path, api.origin).href)
      return page
    },
    close: async () => {
      for (const context of contexts) await context.close()
      await Promise.all([...taken].map(([page, viewer]) => giveTabBack(page, viewer)))
      await api.close()
    },
  }
}
