import { randomInt } from 'node:crypto'
import type { Database } from '../platform/index.ts'
import { type Deal, dealAll } from './rules/deal-all.ts'
import { analyzeRating, holdDealt, saveDealt } from './store/dealing.ts'

/** Deals ideas to people, those dealt least first. */
export type Dealer = {
  /** The next ideas of one ballot; none once it is full. They count as dealt, whatever becomes of the request. */
  deal(jamId: string, deal: Deal): Promise<string[]>
  /** Hears that so many ideas were rated: tables that grow are looked at by the planner in time. */
  hearRatings(jamId: string, count: number): void
}

/** After so many hands or ratings the planner looks at the tables, and again each time there are so many times as many. */
const LOOK_AFTER = 64
const LOOK_AGAIN = 8

type Asked = { readonly deal: Deal; resolve(hand: string[]): void; reject(error: unknown): void }

/** Deals one after the other would have thousands wait for one another, and all at once would give all of them the same
 *  ideas: whoever asks while a deal is under way is dealt to in the next one, with all others who do. `database`: connections
 *  of its own. Whoever asks holds one already, and would wait for another for ever where everybody does. */
export function openDealer(database: Database): Dealer {
  const waiting = new Map<string, Asked[]>()
  const grown = new Map<string, { count: number; look: number }>()
  const random = (): number => randomInt(2 ** 32) / 2 ** 32

  async function dealNext(jamId: string): Promise<void> {
    for (let asked = waiting.get(jamId); asked && asked.length > 0; asked = waiting.get(jamId)) {
      waiting.set(jamId, [])
      const deals = asked.map(({ deal }) => deal)
      try {
        const hands = await database.transaction({ role: 'jobs' }, async (tx) => {
          const dealt = dealAll(await holdDealt(tx, jamId, deals), deals, random)
          await saveDealt(tx, jamId, dealt.changes)
          return dealt.hands
        })
        for (const [at, { resolve }] of asked.entries()) resolve(hands[at] ?? [])
        await lookAfter(`${jamId} hands`, hands.length)
      } catch (error) {
        for (const { reject } of asked) reject(error)
      }
    }
    waiting.delete(jamId)
  }

  async function lookAfter(what: string, more: number): Promise<void> {
    const before = grown.get(what) ?? { count: 0, look: LOOK_AFTER }
    const count = before.count + more
    const isDue = count >= before.look
    grown.set(what, { count, look: isDue ? before.look * LOOK_AGAIN : before.look })
    if (isDue) await database.transaction({ role: 'jobs' }, analyzeRating).catch(() => undefined) // it only helps
  }

  return {
    hearRatings: (jamId, count) => void lookAfter(`${jamId} ratings`, count),
    deal: (jamId, deal) =>
      new Promise((resolve, reject) => {
        const queue = waiting.get(jamId)
        if (queue) queue.push({ deal, resolve, reject })
        else {
          waiting.set(jamId, [{ deal, resolve, reject }])
          void dealNext(jamId)
        }
      }),
  }
}
