import { isIP } from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { connectionOf } from './database-url.ts'

/** The folder in which Dandelion is installed: where package.json lies. */
export const projectRoot: string = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '')

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** Everything the environment decides; see docs/running.md for what each setting means. */
export type Config = {
  /** 0 asks the system for any free port (tests). */
  readonly port: number
  readonly host: string
  /** Where people reach Dandelion: an origin, its path is always "/". */
  readonly publicUrl: URL
  /** Absolute. Secrets, mail, files and, without DATABASE_URL, the database lie in it. */
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  /** undefined: mail goes to a folder in the data directory. */
  readonly smtpUrl: URL | undefined
  /** undefined: /metrics does not exist. */
  readonly metricsToken: string | undefined
  readonly logLevel: LogLevel
  /** Addresses and networks (CIDR) whose X-Forwarded-* headers count. */
  readonly trustedProxies: readonly string[]
  /** Absolute: the folder with the public datasets that are not part of the repository. */
  readonly datasets: string
}

/** The process's variables, or a test's. An empty one counts as unset. */
export type Environment = Readonly<Record<string, string | undefined>>

/** The configuration cannot be used. The message names every problem, one a line, each with what to do. */
export class ConfigProblems extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(['The configuration has problems:', ...problems.map((problem) => `  - ${problem}`)].join('\n'))
    this.name = 'ConfigProblems'
    this.problems = problems
  }
}

class Problem extends Error {}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (port >= 0 && port <= 65_535) return port
  throw new Problem(`PORT must be a number from 0 to 65535, not "${text}".`)
}

function readHost(text: string): string {
  if (isIP(text) !== 0 || /^[a-z0-9.-]{1,253}$/i.test(text)) return text
  throw new Problem(`HOST must be an address or a host name, such as 127.0.0.1 or 0.0.0.0, not "${text}".`)
}

/** Ports of other services, which every browser refuses to open (https://fetch.spec.whatwg.org/#port-blocking). */
export const REFUSED_PORTS: ReadonlySet<number> = new Set([
  1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110,
  111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532,
  540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061,
  6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
])

function readPublicUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || !['http:', 'https:'].includes(url.protocol))
    throw new Problem(`PUBLIC_URL must be a web address such as https://talk.example.org, not "${text}".`)
  if (REFUSED_PORTS.has(Number(url.port)))
    throw new Problem(
      `Browsers refuse port ${url.port}: choose another with PORT, or with PUBLIC_URL where a proxy listens.`,
    )
  if (url.href !== `${url.origin}/`)
    throw new Problem(`PUBLIC_URL must be an address without path, query or name (${url.origin}), not "${text}".`)
  return url
}

function readDatabaseUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  try {
    connectionOf(text)
    return text
  } catch (error) {
    // The address is not repeated: it may hold a password, and this text goes to logs.
    throw new Problem(`DATABASE_URL ${error instanceof Error ? error.message : String(error)}.`)
  }
}

function readSmtpUrl(text: string | undefined): URL | undefined {
  if (text === undefined) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url !== undefined && ['smtp:', 'smtps:'].includes(url.protocol) && url.hostname !== '') return url
  throw new Problem(
    'SMTP_URL must look like smtp://user:password@mail.example.org:587 (smtps:// for TLS from the start).',
  )
}

function readMetricsToken(text: string | undefined): string | undefined {
  if (text === undefined || text.length >= 16) return text
  throw new Problem('METRICS_TOKEN must have 16 characters or more; make one with: openssl rand -hex 24')
}

function readLogLevel(text: string): LogLevel {
  const level = LOG_LEVELS.find((known) => known === text)
  if (level !== undefined) return level
  throw new Problem(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}, not "${text}".`)
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  const family = isIP(address)
  if (family === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}

function readTrustedProxies(text: string | undefined): string[] {
  const proxies = (text ?? '')
    .split(',')
    .map((proxy) => proxy.trim())
    .filter((proxy) => proxy !== '')
  const wrong = proxies.filter((proxy) => !isNetwork(proxy))
  if (wrong.length === 0) return proxies
  throw new Problem(`TRUSTED_PROXIES must list addresses or networks such as 10.0.0.0/8, not "${wrong.join('", "')}".`)
}

/** Reads the configuration from environment variables; one that is empty counts as not set. Folders are made absolute:
 *  the defaults lie beside package.json, a relative setting is taken from the working directory.
 *  Throws ConfigProblems that names every problem at once. */
export function readConfig(env: Environment): Config {
  const problems: string[] = []
  const setting = (name: string): string | undefined => env[name]?.trim() || undefined
  const read = <T>(reader: () => T, fallback: T): T => {
    try {
      return reader()
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      problems.push(error.message)
      return fallback
    }
  }
  const port = read(() => readPort(setting('PORT') ?? '4000'), 4000)
  const local = `http://localhost:${port}`
  const config: Config = {
    port,
    host: read(() => readHost(setting('HOST') ?? '127.0.0.1'), '127.0.0.1'),
    publicUrl: read(() => readPublicUrl(setting('PUBLIC_URL') ?? local), new URL(local)),
    dataDir: path.resolve(setting('DANDELION_DATA') ?? path.join(projectRoot, 'data')),
    databaseUrl: read(() => readDatabaseUrl(setting('DATABASE_URL')), undefined),
    smtpUrl: read(() => readSmtpUrl(setting('SMTP_URL')), undefined),
    metricsToken: read(() => readMetricsToken(setting('METRICS_TOKEN')), undefined),
    logLevel: read(() => readLogLevel(setting('LOG_LEVEL') ?? 'info'), 'info'),
    trustedProxies: read(() => readTrustedProxies(setting('TRUSTED_PROXIES')), []),
    datasets: path.resolve(setting('DANDELION_DATASETS') ?? path.join(projectRoot, '..', 'shared', 'data')),
  }
  if (problems.length > 0) throw new ConfigProblems(problems)
  return config
}
