import { randomUUID } from 'node:crypto'

/** Where and as whom is written. `url` may change while the server comes back elsewhere. */
export type Desk = {
  url: string
  readonly token: string
  readonly forumId: string
}

/** An intention that was acknowledged: its key, its title, and the id in the answer. */
export type Acknowledged = { readonly key: string; readonly title: string; readonly id: string }

export type Writing = {
  readonly acknowledged: Acknowledged[]
  /** Requests that got no answer, or one that says "try again". */
  readonly failed: () => number
  /** Resolves with the time (performance.now) at which so many more have been acknowledged. */
  after(more: number): Promise<number>
  stop(): Promise<void>
}

const PATIENCE_MS = 10_000
const PAUSE_MS = 250

/** Sends one intention once; undefined when nobody knows whether it was carried out. Throws when it was refused. */
export async function write(desk: Desk, { key, title }: { key: string; title: string }): Promise<string | undefined> {
  const { url, token, forumId } = desk
  try {
    const response = await fetch(`${url}/api/forums/${forumId}/contributions`, {
      method: 'POST',
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: {
        origin: `http://localhost:${new URL(url).port}`,
        'content-type': 'application/json',
        'idempotency-key': key,
        cookie: `dandelion=${token}`,
      },
      body: JSON.stringify({ title, body: '' }),
    })
    const text = await response.text()
    if (response.status === 200) return (JSON.parse(text) as { id: string }).id
    if (response.status >= 500) return undefined
    throw new Refused(`${response.status} ${text}`)
  } catch (error) {
    if (error instanceof Refused) throw error
    return undefined
  }
}

class Refused extends Error {}

/** Writers that go on through every failure as a browser does: the same intention with the same key until it is answered. */
export function keepWriting(desk: Desk, writers: number): Writing {
  const acknowledged: Acknowledged[] = []
  const waiting = new Set<() => void>()
  let [failed, isOver] = [0, false]
  async function work(): Promise<void> {
    while (!isOver) {
      const intention = { key: randomUUID(), title: `Intention ${randomUUID()}` }
      let id = await write(desk, intention)
      while (id === undefined && !isOver) {
        failed++
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
        id = await write(desk, intention)
      }
      if (id !== undefined) acknowledged.push({ ...intention, id })
      for (const look of [...waiting]) look()
    }
  }
  const working = Promise.all(Array.from({ length: writers }, work))
  return {
    acknowledged,
    failed: () => failed,
    after: (more) => {
      const wanted = acknowledged.length + more
      const reached = new Promise<number>((resolve) => {
        const look = (): void => {
          if (acknowledged.length < wanted) return
          waiting.delete(look)
          resolve(performance.now())
        }
        waiting.add(look)
        look()
      })
      return Promise.race([reached, working.then(() => reached)])
    },
    stop: async () => {
      isOver = true
      await working
    },
  }
}
