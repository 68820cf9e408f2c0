import { readFileSync } from 'node:fs'
import type pg from 'pg'

const KNOWN = new Set(['host', 'sslmode', 'sslrootcert'])
const SSL_MODES = ['disable', 'no-verify', 'require', 'verify-ca', 'verify-full']

function sslOf(params: URLSearchParams): pg.ClientConfig['ssl'] {
  const mode = params.get('sslmode') ?? 'disable'
  if (!SSL_MODES.includes(mode)) throw new Error(`knows sslmode ${SSL_MODES.join(', ')}, not "${mode}"`)
  if (mode === 'disable') return false
  if (mode === 'no-verify') return { rejectUnauthorized: false }
  const authority = params.get('sslrootcert')
  return authority === null ? { rejectUnauthorized: true } : { ca: readFileSync(authority, 'utf8') }
}

/** PostgreSQL's own programs take an address without host, postgres://login@/database?host=/folder; URL does not. */
const withHost = (text: string): string => text.replace(/^(postgres(?:ql)?:\/\/[^/?#]*@)\//, '$1localhost/')

function parse(text: string): URL {
  const address = withHost(text)
  if (!URL.canParse(address)) throw new Error('is not a URL')
  const url = new URL(address)
  if (!['postgres:', 'postgresql:'].includes(url.protocol)) throw new Error('must begin with postgres://')
  return url
}

/** The connection that DATABASE_URL describes: postgres://login:password@host:5432/database, percent-encoded where needed.
 *  `?host=/folder` names the folder of a unix socket, `sslmode` disable (default) | no-verify | require | verify-ca |
 *  verify-full (the last three all verify the certificate), `sslrootcert` a file with the authority's certificate.
 *  Throws an Error whose message says what is wrong with it, to be read after the word DATABASE_URL. */
export function connectionOf(text: string): pg.ClientConfig {
  const url = parse(text)
  for (const name of url.searchParams.keys()) if (!KNOWN.has(name)) throw new Error(`has an unknown setting "${name}"`)
  const database = decodeURIComponent(url.pathname.slice(1))
  if (url.username === '') throw new Error('names no login (postgres://LOGIN:password@host/database)')
  if (database === '') throw new Error('names no database (postgres://login:password@host/DATABASE)')
  return {
    host: url.searchParams.get('host') ?? (decodeURIComponent(url.hostname).replace(/^\[|\]$/g, '') || 'localhost'),
    port: url.port === '' ? 5432 : Number(url.port),
    user: decodeURIComponent(url.username),
    database,
    ssl: sslOf(url.searchParams),
    ...(url.password === '' ? {} : { password: decodeURIComponent(url.password) }),
  }
}
