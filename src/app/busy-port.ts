import net from 'node:net'

type Address = { readonly host: string; readonly port: number }

const SENTENCES: Readonly<Record<string, (at: Address) => string>> = {
  EADDRINUSE: ({ host, port }) =>
    `Port ${port} on ${host} is in use by another program. Stop that program, or choose another port with PORT, such as PORT=${port + 1}.`,
  EACCES: ({ port }) =>
    `This user may not open port ${port}. Choose a port above 1023 and put a reverse proxy in front (docs/running.md).`,
  EADDRNOTAVAIL: ({ host }) => `${host} is not an address of this machine. Correct HOST (0.0.0.0 means all addresses).`,
  ENOTFOUND: ({ host }) => `The name ${host} is not known. Correct HOST (127.0.0.1 means this machine alone).`,
}

/** One sentence for an error of listening, or undefined when it is another kind of error. */
export function explainListening(at: Address, error: unknown): string | undefined {
  const { code } = error as NodeJS.ErrnoException
  return code === undefined ? undefined : SENTENCES[code]?.(at)
}

/** Listens and lets go at once: a port that is in use is found before anything is started. Throws an Error with what
 *  to do. */
export async function refuseBusyPort(at: Address): Promise<void> {
  const server = net.createServer()
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen({ host: at.host, port: at.port }, resolve)
    })
  } catch (error) {
    throw new Error(explainListening(at, error) ?? String(error))
  }
  await new Promise((resolve) => server.close(resolve))
}
