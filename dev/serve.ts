/** The server of `npm run dev`, under `node --watch`: as `npm start`, but Vite serves the web app, so it is not built. */

import { serve } from '../src/app/serve.ts'
import { readConfig } from '../src/platform/index.ts'

const tell = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`)
}

try {
  const config = readConfig(process.env)
  process.exitCode = await serve({ config, what: 'npm run dev', tell, out: process.stdout, buildsWeb: false })
} catch (error) {
  // Said in a sentence; the watcher waits for the next change and tries again.
  tell(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
