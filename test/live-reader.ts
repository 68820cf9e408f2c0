import http from 'node:http'
import type { LiveFrame, LiveHello } from '../src/platform/contract.ts'

/** A browser's side of a live stream, without the browser: remembers every message and its place. */
export type LiveReader = {
  readonly status: number
  readonly hello: LiveHello | undefined
  readonly frames: LiveFrame[]
  /** The place to come back to. */
  lastId(): string | undefined
  /** Resolves when the messages so far fulfil the condition; rejects when the stream ends before. */
  until(condition: () => boolean): Promise<void>
  /** Resolves when the stream has ended. */
  readonly ended: Promise<void>
  /** Takes nothing any more, and again. */
  pause(): void
  resume(): void
  close(): void
}

export type Opening = { url: string; headers?: Record<string, string> }

/** Opens a stream and waits for its first message, or for a refusal's status. */
export async function openReader({ url, headers = {} }: Opening): Promise<LiveReader> {
  const request = http.get(url, { headers, agent: false })
  const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
    request.on('response', resolve)
    request.on('error', reject)
  })
  const state = { hello: undefined as LiveHello | undefined, lastId: undefined as string | undefined, over: false }
  const frames: LiveFrame[] = []
  const waiting = new Set<() => void>()
  const wake = (): void => {
    for (const look of [...waiting]) look()
  }
  let rest = ''
  const take = (message: string): void => {
    const lines = message.split('\n')
    const field = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2)
    state.lastId = field('id') ?? state.lastId
    const data = field('data')
    if (!data) return
    if (field('event') === 'hello') state.hello = JSON.parse(data) as LiveHello
    else frames.push(JSON.parse(data) as LiveFrame)
  }
  response.setEncoding('utf8')
  response.on('data', (text: string) => {
    const messages = (rest + text).split('\n\n')
    rest = messages.pop() ?? ''
    messages.forEach(take)
    wake()
  })
  const ended = new Promise<void>((resolve) => {
    response.on('close', () => {
      state.over = true
      resolve()
      wake()
    })
  })
  response.on('error', () => {})
  request.on('error', () => {})
  const until = (condition: () => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (!condition() && !state.over) return
        waiting.delete(look)
        if (condition()) resolve()
        else reject(new Error('the stream ended'))
      }
      waiting.add(look)
      look()
    })
  const reader: LiveReader = {
    status: response.statusCode ?? 0,
    get hello() {
      return state.hello
    },
    frames,
    lastId: () => state.lastId,
    until,
    ended,
    pause: () => response.pause(),
    resume: () => response.resume(),
    close: () => request.destroy(),
  }
  if (reader.status === 200) await until(() => state.hello !== undefined)
  return reader
}
