import type { Database, SequencedEvent } from '../platform/index.ts'
import { findTexts, readTexts } from './store/computing.ts'
import type { Engine } from './worker/open-engine.ts'

/** Keeps the threads' texts as the rows are: all of a conversation once, then only what was heard of. */
export type Feeding = {
  /** Notes texts that are new, have other words or were taken back. */
  hear(events: readonly SequencedEvent[]): void
  /** Brings a conversation up to date; gives the time as of which it is. `ids`: what is known to be new. */
  feed(venueId: string, ids?: readonly string[]): Promise<Date>
}

/** What tells of texts; its facts hold the id of the text and of its venue. */
export const TEXT_EVENTS: ReadonlySet<string> = new Set(['contribution.posted', 'reply.posted', 'contribution.changed'])

/** Between two pages the process does other things: one page of texts is handed over in a few milliseconds. */
const PAGE = 1_000

/** Conversations are fed one after another. */
export function openFeeding({ database, engine }: { database: Database; engine: Engine }): Feeding {
  const heard = new Map<string, Set<string>>()
  let last: Promise<unknown> = Promise.resolve()

  function hear(events: readonly SequencedEvent[]): void {
    for (const { type, facts } of events) {
      if (!TEXT_EVENTS.has(type) || typeof facts.venueId !== 'string' || !engine.holds(facts.venueId)) continue
      const ids = heard.get(facts.venueId) ?? new Set()
      heard.set(facts.venueId, ids.add(String(facts.id)))
    }
  }

  async function bringUp(venueId: string, also: readonly string[]): Promise<Date> {
    if (!engine.holds(venueId)) {
      engine.open(venueId) // what is heard from now on is noted
      heard.delete(venueId)
      return readAll(venueId)
    }
    const ids = [...new Set([...(heard.get(venueId) ?? []), ...also])]
    heard.delete(venueId)
    return readSome(venueId, ids)
  }

  const readAll = (venueId: string): Promise<Date> =>
    database.transaction(
      { role: 'jobs' },
      async (tx) => {
        await readTexts(tx, venueId, { page: PAGE, hand: (texts) => engine.take(venueId, { texts, gone: [] }) })
        return tx.now
      },
      { readOnly: true, patient: true, snapshot: true },
    )

  const readSome = (venueId: string, ids: readonly string[]): Promise<Date> =>
    database.transaction(
      { role: 'jobs' },
      async (tx) => {
        for (let at = 0; at < ids.length; at += PAGE) {
          const page = ids.slice(at, at + PAGE)
          const texts = await findTexts(tx, page)
          const there = new Set(texts.map(({ id }) => id))
          engine.take(venueId, { texts, gone: page.filter((id) => !there.has(id)) })
        }
        return tx.now
      },
      { readOnly: true },
    )

  return {
    hear,
    feed(venueId, ids = []) {
      const fed = last.then(() => bringUp(venueId, ids))
      last = fed.catch(() => engine.forget(venueId))
      return fed
    },
  }
}
