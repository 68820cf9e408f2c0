import { consumeEvents, type Database, type EventTail } from '../platform/index.ts'
import { enqueueCounting } from './jobs.ts'

export type StartPolls = {
  readonly database: Database
  readonly tail: EventTail
  readonly onError: (error: unknown) => void
}

/** Hears that a jam ends: its polls end with it, and are counted before its report is made. */
export function startPolls({ database, tail, onError }: StartPolls): { stop(): Promise<void> } {
  return consumeEvents({
    ...{ database, tail, onError, name: 'polls', hears: ['jam.moved'] },
    handle: async (tx, events) => {
      for (const { type, facts } of events) {
        if (type === 'jam.moved' && OVER.has(String(facts.phase))) await enqueueCounting(tx, String(facts.jamId))
      }
    },
  })
}

const OVER = new Set(['report', 'archive'])
