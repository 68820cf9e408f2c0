import net from 'node:net'
import { type Config, findDataDirectory, findHolder } from '../../platform/index.ts'
import { refuseBusyPort } from '../busy-port.ts'
import { type Finding, fine, problem } from './finding.ts'

const CONNECT_LIMIT_MS = 3_000
const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])

/** Whether the port is free, or ours already. */
export async function checkPort(config: Config): Promise<Finding> {
  const at = `${config.host}:${config.port}`
  const data = findDataDirectory(config.dataDir)
  const holder = data && (await findHolder(data))
  if (holder?.kind === 'server') return fine('port', `${holder.url} is served by process ${holder.pid}`)
  try {
    await refuseBusyPort(config)
    return fine('port', `${at} is free`)
  } catch (error) {
    return problem('port', (error as Error).message)
  }
}

/** Whether PUBLIC_URL is one that browsers treat as safe: https, or this machine itself. */
export function checkPublicUrl({ publicUrl, host }: Config): Finding {
  const isLocal = LOOPBACK.has(publicUrl.hostname) || publicUrl.hostname.endsWith('.localhost')
  if (publicUrl.protocol === 'http:' && !isLocal) {
    const why = 'without https passwords and cookies can be read on the way'
    return problem(
      'PUBLIC_URL',
      `${publicUrl.origin}: ${why}. Put a reverse proxy with https in front (docs/running.md).`,
    )
  }
  if (isLocal && !LOOPBACK.has(host)) {
    return problem(
      'PUBLIC_URL',
      `${publicUrl.origin} works on this machine alone while HOST is ${host}: set PUBLIC_URL.`,
    )
  }
  return fine('PUBLIC_URL', publicUrl.origin)
}

function connectTo(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ host, port, timeout: CONNECT_LIMIT_MS })
    const fail = (error: Error): void => {
      socket.destroy()
      reject(error)
    }
    socket.once('connect', () => {
      socket.destroy()
      resolve()
    })
    socket.once('timeout', () => fail(new Error('no answer within 3 s')))
    socket.once('error', fail)
  })
}

/** Whether the mail server takes connections; nothing is sent. */
export async function checkMail({ smtpUrl, dataDir }: Config): Promise<Finding> {
  if (smtpUrl === undefined) return fine('mail', `no SMTP_URL: mail goes to a folder in ${dataDir}`)
  const port = Number(smtpUrl.port) || (smtpUrl.protocol === 'smtps:' ? 465 : 587)
  try {
    await connectTo(smtpUrl.hostname, port)
    return fine('mail', `${smtpUrl.hostname}:${port} takes connections`)
  } catch (error) {
    const why = (error as Error).message
    return problem(
      'mail',
      `${smtpUrl.hostname}:${port} cannot be reached (${why}). Correct SMTP_URL or start the server.`,
    )
  }
}
