import http from 'node:http'
import { answering } from './processes.ts'

// Many live readers in one process: notes when each frame reached the first of them and each of the others.

type Order = {
  readonly open?: { url: string; cookies: string[]; count: number }
  readonly take?: true
  readonly close?: true
}

const sockets: http.ClientRequest[] = []
/** For each frame (by its bytes) the arrivals at the readers, in milliseconds. */
let arrivals = new Map<string, number[]>()

function hear(response: http.IncomingMessage): void {
  let rest = ''
  response.setEncoding('latin1')
  response.on('data', (text: string) => {
    const messages = (rest + text).split('\n\n')
    rest = messages.pop() ?? ''
    const now = performance.now()
    for (const message of messages) {
      if (!message.includes('data:') || message.includes('event: hello')) continue
      const at = arrivals.get(message)
      if (at) at.push(now)
      else arrivals.set(message, [now])
    }
  })
  response.on('error', () => {})
}

async function open({ url, cookies, count }: { url: string; cookies: string[]; count: number }): Promise<number> {
  const one = (n: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const cookie = cookies[n]
      const headers = cookie ? { cookie } : {}
      const localAddress = `127.0.0.${2 + (n % 4)}`
      const request = http.get(url, { agent: false, headers, localAddress }, (response) => {
        if (response.statusCode !== 200) return reject(new Error(`a reader was answered ${response.statusCode}`))
        hear(response)
        resolve()
      })
      request.on('error', (error) => (sockets.includes(request) ? undefined : reject(error)))
      sockets.push(request)
    })
  for (let n = 0; n < count; n += 50) {
    await Promise.all(Array.from({ length: Math.min(50, count - n) }, (_, k) => one(n + k)))
  }
  return count
}

answering(async (order: Order) => {
  if (order.open) return open(order.open)
  if (order.close) {
    for (const socket of sockets.splice(0)) socket.destroy()
    return 0
  }
  const taken = [...arrivals].map(([frame, at]) => ({ frame, readers: at.length, ms: at.map((t) => t - (at[0] ?? t)) }))
  arrivals = new Map()
  return taken
})
process.on('SIGTERM', () => process.exit(0))
