import { expect, test } from 'vitest'
import { ConfigProblems, REFUSED_PORTS, readConfig } from './config.ts'

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env)
    return []
  } catch (error) {
    if (error instanceof ConfigProblems) return error.problems
    throw error
  }
}

test('without any setting everything has its default', () => {
  expect(readConfig({})).toMatchObject({
    port: 4000,
    host: '127.0.0.1',
    databaseUrl: undefined,
    smtpUrl: undefined,
    metricsToken: undefined,
    logLevel: 'info',
    trustedProxies: [],
  })
})

test('PUBLIC_URL follows the port', () => {
  expect(readConfig({ PORT: '4100' }).publicUrl.origin).toBe('http://localhost:4100')
})

test('the data directory is absolute', () => {
  expect(readConfig({ DANDELION_DATA: 'somewhere' }).dataDir).toBe(`${process.cwd()}/somewhere`)
})

test('an empty setting counts as not set', () => {
  expect(readConfig({ PORT: '', SMTP_URL: ' ' })).toMatchObject({ port: 4000, smtpUrl: undefined })
})

test('every problem is named at once', () => {
  const env = {
    PORT: 'many',
    HOST: 'no host',
    PUBLIC_URL: 'https://example.org/path',
    DATABASE_URL: 'mysql://somewhere/else',
    SMTP_URL: 'mail.example.org',
    METRICS_TOKEN: 'short',
    LOG_LEVEL: 'loud',
    TRUSTED_PROXIES: '10.0.0.0/8, everybody',
  }
  const named = problemsOf(env).map((problem) => problem.split(' ')[0])
  expect(named).toEqual(Object.keys(env))
})

test.each([
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '4000.5'],
  ['PUBLIC_URL', 'ftp://example.org'],
  ['PUBLIC_URL', 'https://name@example.org'],
  ['TRUSTED_PROXIES', '10.0.0.0/33'],
  ['TRUSTED_PROXIES', '::1/129'],
  ['DATABASE_URL', 'postgres://host/database'],
  ['DATABASE_URL', 'postgres://login@host'],
  ['DATABASE_URL', 'postgres://login@host/database?sslmode=perhaps'],
  ['DATABASE_URL', 'postgres://login@host/database?password=x'],
])('%s=%s is a problem', (name, value) => {
  expect(problemsOf({ [name]: value })).toEqual([expect.stringContaining(name)])
})

test('a problem of DATABASE_URL does not show the password', () => {
  expect(problemsOf({ DATABASE_URL: 'postgres://login:secret@host/d?x=1' }).join()).not.toContain('secret')
})

test('the ports that browsers refuse are refused here, and no others', async () => {
  const nobody = { dispatch: () => expect.unreachable('would be opened') }
  const isRefused = (port: number): Promise<boolean> =>
    fetch(`http://127.0.0.1:${port}`, { dispatcher: nobody } as object).then(
      () => false,
      (error: Error) => (error.cause as Error).message === 'bad port',
    )
  const around = [...REFUSED_PORTS]
    .flatMap((port) => [port - 1, port, port + 1])
    .concat(80, 443, 3000, 4000, 8080, 65_535)
  const refused = await Promise.all(around.map(isRefused))
  expect(new Set(around.filter((_, at) => refused[at]))).toEqual(REFUSED_PORTS)
  expect(problemsOf({ PORT: '4190' })).toEqual([expect.stringContaining('Browsers refuse port 4190')])
  expect(problemsOf({ PORT: '4190', PUBLIC_URL: 'https://talk.example.org' })).toEqual([])
})
