import { consumeEvents, type Database, type EventTail } from '../platform/index.ts'
import { enqueueClosing, enqueueSetting } from './jobs.ts'
import { findJamsOfErased, forgetFiles } from './store/editions.ts'

export type StartReports = {
  readonly database: Database
  readonly tail: EventTail
  readonly onError: (error: unknown) => void
}

/** Hears that jams close, and that words are taken back: no edition shows them from then on, and its files are made anew. */
export function startReports({ database, tail, onError }: StartReports): { stop(): Promise<void> } {
  return consumeEvents({
    ...{ database, tail, onError, name: 'reports' },
    handle: async (tx, events) => {
      const moved = events.filter(({ type, facts }) => type === 'jam.moved' && CLOSED.has(String(facts.phase)))
      for (const jamId of new Set(moved.map(({ facts }) => String(facts.jamId)))) await enqueueClosing(tx, jamId)
      const changed = events.filter(({ type }) => type === 'contribution.changed').map(({ facts }) => String(facts.id))
      const erased = changed.length === 0 ? [] : await findJamsOfErased(tx, [...new Set(changed)])
      if (erased.length === 0) return
      await forgetFiles(tx, erased)
      await enqueueSetting(tx)
    },
  })
}

const CLOSED = new Set(['report', 'archive'])
