import pg from 'pg'

/** The port is only part of the socket file's name. */
export const PORT = 5432

export type Admin = { readonly host: string; readonly port: number; readonly user: string; readonly database: string }

/** Opens one connection and answers it ready; the caller ends it. Errors of a lost connection reach the next query. */
export async function connect(connection: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client({ connectionTimeoutMillis: 3000, ...connection })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** Opens a connection for one piece of work and ends it in any case. */
export async function withClient<T>(connection: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connect(connection)
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
