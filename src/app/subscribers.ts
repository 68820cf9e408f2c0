import { TRAVELS as conversationTravels } from '../conversation/events.ts'
import { countVenues } from '../conversation/index.ts'
import { TRAVELS as foldsTravels } from '../folds/events.ts'
import { SESSION_REVOCATIONS } from '../identity/events.ts'
import { TRAVELS as jamsTravels } from '../jams/events.ts'
import { TRAVELS as opinionsTravels } from '../opinions/events.ts'
import { MEMBERSHIP_REVOCATIONS } from '../organisation/events.ts'
import type { LiveRules, SequencedEvent, Tx } from '../platform/index.ts'
import { TRAVELS as pollsTravels } from '../polls/events.ts'
import { TRAVELS as promisesTravels } from '../promises/events.ts'
import { TRAVELS as ratingTravels } from '../rating/events.ts'
import { TRAVELS as themesTravels } from '../themes/events.ts'

// Who reacts to what, in one place: what happens with the positions, what browsers are told, what cuts a stream.

/** Runs in the sequencer's own transaction: exactly once for each event. */
export async function inSequence(tx: Tx, events: readonly SequencedEvent[]): Promise<void> {
  await countVenues(tx, events)
}

const concernsPerson = (event: SequencedEvent) => ({ personId: String(event.facts.personId) })
const concernsSession = (event: SequencedEvent) => ({ sessionId: String(event.facts.sessionId) })

export const liveRules: LiveRules = {
  travels: {
    ...{
      ...conversationTravels,
      ...foldsTravels,
      ...jamsTravels,
      ...themesTravels,
      ...opinionsTravels,
      ...ratingTravels,
      ...pollsTravels,
      ...promisesTravels,
    },
    'profile.changed': [],
  },
  latest: [
    ...[
      'venue.counted',
      'contribution.voted',
      'folds.changed',
      'themes.changed',
      'themes.placed',
      'opinions.changed',
      'ideas.changed',
      'poll.voted',
    ],
  ],
  wholeKinds: ['venue'],
  // Each vote and reply alone would be too many for everybody who has the jam's page open: forums and threads carry them.
  counted: ['contribution.voted', 'reply.posted', 'contribution.changed', 'contribution.folded'],
  revocations: {
    ...Object.fromEntries(SESSION_REVOCATIONS.map((type) => [type, concernsSession])),
    ...Object.fromEntries(MEMBERSHIP_REVOCATIONS.map((type) => [type, concernsPerson])),
    // Streams of its forums and threads are concerned too; it is rare, so all are asked for.
    'venue.audience-changed': () => ({ everyone: true }),
  },
}
