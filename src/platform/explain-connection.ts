import type pg from 'pg'

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'the host name is not known',
  EAI_AGAIN: 'the host name cannot be looked up now',
  ENOENT: 'there is no such socket',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  '28P01': 'the password is wrong',
  '28000': 'the server does not let this login in (pg_hba.conf)',
  '3D000': 'there is no such database',
  '57P03': 'the server is starting or stopping',
  '53300': 'the server has no connection left',
}

function reasonOf(error: unknown): string {
  const { code, message, errors } = error as { code?: string; message?: string; errors?: unknown[] }
  const known = code === undefined ? undefined : REASONS[code]
  if (known !== undefined) return known
  // A name with several addresses fails with one error for each.
  if (errors?.[0] !== undefined) return reasonOf(errors[0])
  return message?.includes('timeout') ? 'it does not answer' : (message ?? String(error))
}

/** One sentence for the operator about a database that could not be connected to: which one, why, what to do. Never
 *  holds the password. */
export function explainConnection(connection: pg.ClientConfig, error: unknown): string {
  const { user, host, port, database } = connection
  const where = `${user}@${host}:${port}/${database}`
  return `The database ${where} cannot be reached: ${reasonOf(error)}. Start it, or correct DATABASE_URL.`
}
