import { consumeEvents, type Database, type EventTail, type SequencedEvent } from '../platform/index.ts'
import { enqueueAnswered, enqueueClosing, enqueueNinetyDays, enqueueSetting } from './jobs.ts'
import { findJamsOfErased, forgetFiles } from './store/editions.ts'

export type StartReports = {
  readonly database: Database
  readonly tail: EventTail
  readonly onError: (error: unknown) => void
}

/** Hears that jams close, are answered and are looked at after 90 days, and that words are taken back: no edition shows them from then on, and its files are made anew. */
export function startReports({ database, tail, onError }: StartReports): { stop(): Promise<void> } {
  return consumeEvents({
    ...{ database, tail, onError, name: 'reports', hears: HEARD },
    handle: async (tx, events) => {
      const closed = ({ type, facts }: SequencedEvent) => type === 'jam.moved' && CLOSED.has(String(facts.phase))
      for (const [jamId] of jamsOf(events, closed)) await enqueueClosing(tx, jamId)
      const complete = ({ type }: SequencedEvent) => type === 'decisions.complete'
      for (const [jamId, position] of jamsOf(events, complete)) await enqueueAnswered(tx, jamId, position)
      const checked = ({ type, facts }: SequencedEvent) => type === 'promises.checked' && facts.days === EDITION_DAYS
      for (const [jamId, position] of jamsOf(events, checked)) await enqueueNinetyDays(tx, jamId, position)
      const changed = events.filter(({ type }) => type === 'contribution.changed').map(({ facts }) => String(facts.id))
      const erased = changed.length === 0 ? [] : await findJamsOfErased(tx, [...new Set(changed)])
      if (erased.length === 0) return
      await forgetFiles(tx, erased)
      await enqueueSetting(tx)
    },
  })
}

const HEARD = ['jam.moved', 'decisions.complete', 'promises.checked', 'contribution.changed']

/** Of the checks the one that makes an edition. */
const EDITION_DAYS = 90

/** The jams that such events are about, each with the position of the last one. */
function jamsOf(events: readonly SequencedEvent[], wanted: (event: SequencedEvent) => boolean): Map<string, number> {
  return new Map(events.filter(wanted).map(({ facts, position }) => [String(facts.jamId), position]))
}

const CLOSED = new Set(['report', 'archive'])
