import net from 'node:net'

/** A lock that the kernel lets go when its process ends, however it ends; so it is never stale. */
export type HeldLock = { release(): Promise<void> }

const isTaken = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EADDRINUSE'

/** Takes the lock called `name` (at most 90 characters) among all processes of this machine, or answers undefined when
 *  another process, or this one, has it. It is an abstract unix socket: no file, nothing to clean up, Linux only. */
export async function tryLock(name: string): Promise<HeldLock | undefined> {
  const server = net.createServer((socket) => socket.destroy())
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen({ path: `\0dandelion/${name}` }, resolve)
    })
  } catch (error) {
    if (isTaken(error)) return undefined
    throw error
  }
  server.unref()
  return { release: () => new Promise((resolve) => server.close(() => resolve())) }
}

/** Waits until the lock is free and takes it; gives up with an Error after `patienceMs`. */
export async function waitForLock(name: string, patienceMs: number): Promise<HeldLock> {
  const until = Date.now() + patienceMs
  for (;;) {
    const held = await tryLock(name)
    if (held !== undefined) return held
    if (Date.now() > until) throw new Error(`Another process has held the lock "${name}" for ${patienceMs / 1000} s.`)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
