/** The server of `npm run dev`, under `node --watch`: as `npm start`, but Vite serves the web app, so it is not built,
 *  and a new data directory is seeded with the demo organisation. */
import { runDemo } from '../src/app/demo.ts'
import { serve } from '../src/app/serve.ts'
import type { Running } from '../src/app/start.ts'
import { readConfig } from '../src/platform/index.ts'

const tell = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`)
}

/** Only the first start seeds: later ones find what was written since. */
async function seed({ config, store, url, setupLink }: Running): Promise<() => Promise<void>> {
  if ((await setupLink()) === null) return async () => {}
  return runDemo([], { config, connection: store.connection, url, out: process.stdout })
}

try {
  const config = readConfig(process.env)
  const options = { what: 'npm run dev', tell, out: process.stdout, buildsWeb: false, afterwards: seed }
  process.exitCode = await serve({ config, ...options })
} catch (error) {
  // Said in a sentence; the watcher waits for the next change and tries again.
  tell(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
