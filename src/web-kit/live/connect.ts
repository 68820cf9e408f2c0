import type { LiveFrame, LiveHello } from '../../platform/contract.ts'
import { backOffMs } from './back-off.ts'
import { type StreamMessage, streamParser } from './parse-stream.ts'

/** `live`: the stream runs. `connecting`: it does not, and is tried again by itself. */
export type LiveState = 'connecting' | 'live'

export type Heard =
  | { readonly kind: 'hello'; readonly hello: LiveHello }
  | { readonly kind: 'frame'; readonly frame: LiveFrame; readonly id: number | null }
  | { readonly kind: 'alive'; readonly id: number | null }

export type Connecting = {
  /** The address for the next try: topics and the place to come back to. */
  readonly address: () => string
  readonly hear: (heard: Heard) => void
  readonly onState: (state: LiveState) => void
}

/** The server says something at least every 15 s (and looks every 5 s); after so long the line is dead. */
const SILENCE_MAX_MS = 45_000

class Refused extends Error {}

/** Keeps one stream open until the returned function is called. */
export function connect({ address, hear, onState }: Connecting): () => void {
  const ending = new AbortController()
  let failures = 0
  const heard = (one: Heard): void => {
    failures = 0
    hear(one)
  }

  async function keep(): Promise<void> {
    while (!ending.signal.aborted) {
      onState('connecting')
      const refused = await readOnce({ address: address(), hear: heard, onState, end: ending.signal })
      failures += 1
      const waitMs = backOffMs(failures, { refused, random: Math.random() })
      if (!ending.signal.aborted) await pause(waitMs, ending.signal)
    }
  }

  void keep()
  return () => ending.abort()
}

type Reading = Omit<Connecting, 'address'> & { readonly address: string; readonly end: AbortSignal }

/** One stream from its beginning to its end. True when the server refused it. */
async function readOnce({ address, hear, onState, end }: Reading): Promise<boolean> {
  const line = new AbortController()
  const stop = (): void => line.abort()
  end.addEventListener('abort', stop)
  let silence: ReturnType<typeof setTimeout> | undefined
  const isAlive = (): void => {
    clearTimeout(silence)
    silence = setTimeout(stop, SILENCE_MAX_MS)
  }
  try {
    isAlive()
    const response = await fetch(address, { signal: line.signal, cache: 'no-store', credentials: 'same-origin' })
    if (!response.ok || !response.body) throw new Refused()
    onState('live')
    const parse = streamParser((message) => {
      const heard = meaningOf(message)
      if (heard && !end.aborted) hear(heard)
    })
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      isAlive()
      parse(piece.value)
    }
    return false
  } catch (error) {
    return error instanceof Refused
  } finally {
    clearTimeout(silence)
    end.removeEventListener('abort', stop)
    stop()
  }
}

function meaningOf({ event, data, id }: StreamMessage): Heard | undefined {
  if (data === '') return { kind: 'alive', id }
  if (event === 'hello') return { kind: 'hello', hello: JSON.parse(data) as LiveHello }
  if (event === 'message') return { kind: 'frame', frame: JSON.parse(data) as LiveFrame, id }
  return undefined
}

/** Waits; shorter when the browser says that it is online again. */
function pause(ms: number, end: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      end.removeEventListener('abort', done)
      globalThis.removeEventListener?.('online', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    end.addEventListener('abort', done)
    globalThis.addEventListener?.('online', done)
  })
}
