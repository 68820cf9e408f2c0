import {
  consumeEvents,
  type Database,
  type EventTail,
  runRepeatedly,
  type SequencedEvent,
  type Tx,
} from '../platform/index.ts'
import { foldNew } from './fold-new.ts'
import { addWaiting, markVoted, markWaiting } from './store/finding.ts'
import { openFinder } from './worker/open-finder.ts'

const FOLD_EVERY_MS = 1_000

export type StartFolds = {
  readonly database: Database
  readonly tail: EventTail
  readonly onError: (error: unknown) => void
}

/** Folds what says nearly the same while people write, within seconds, in a thread of its own. */
export function startFolds({ database, tail, onError }: StartFolds): { stop(): Promise<void> } {
  const finder = openFinder()
  const folding = runRepeatedly({
    work: () => foldNew(database, finder),
    pollMs: FOLD_EVERY_MS,
    paceMs: FOLD_EVERY_MS,
    onError,
  })
  const reader = consumeEvents({ database, tail, name: 'folds', hears: HEARD, handle: hear, onError })
  return {
    async stop() {
      await reader.stop()
      await finder.stop()
      await folding.stop()
    },
  }
}

const HEARD = ['contribution.posted', 'contribution.changed', 'contribution.voted']

async function hear(tx: Tx, events: readonly SequencedEvent[]): Promise<void> {
  const idsOf = (type: string) => events.filter((event) => event.type === type).map(({ facts }) => String(facts.id))
  await addWaiting(tx, idsOf('contribution.posted'))
  await markWaiting(tx, idsOf('contribution.changed'))
  await markVoted(tx, idsOf('contribution.voted'))
}
