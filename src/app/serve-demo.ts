import { type Config, removeDataDirectory } from '../platform/ground.ts'
import type { Tell } from './open-store.ts'
import { openThrowAway } from './open-throw-away.ts'
import { serve } from './serve.ts'

export type ServeDemo = {
  readonly config: Config
  readonly what: string
  readonly tell: Tell
  readonly out: NodeJS.WritableStream
}

/** Serves the demo organisation on a data directory that is removed at the end: neither DATABASE_URL nor SMTP_URL is
 *  touched, so that it can be tried beside a real installation. Answers the exit code. */
export async function serveDemo(args: string[], { config, what, tell, out }: ServeDemo): Promise<number> {
  const { runDemo } = await import('./demo.ts')
  const { directory, removed } = await openThrowAway()
  if (removed > 0) tell(`removed the data of ${removed} demonstrations that had been killed`)
  const throwAway: Config = { ...config, dataDir: directory, databaseUrl: undefined, smtpUrl: undefined }
  try {
    return await serve({
      config: throwAway,
      what,
      tell,
      out,
      afterwards: ({ url, store }) => runDemo(args, { config: throwAway, connection: store.connection, url, out }),
    })
  } finally {
    await removeDataDirectory(directory)
  }
}
