import type { Actor } from '../kernel/index.ts'
import { type Ctx, type Route, routes } from '../platform/index.ts'
import type { NameBallot } from '../rating/index.ts'
import { askPoll } from './ask-poll.ts'
import { pollsContract } from './contract.ts'
import { endPoll } from './end-poll.ts'
import { viewsOf } from './view-polls.ts'
import { voterOf } from './vote-in-poll.ts'

/** Polls over HTTP. `nameBallot`: with the key of this installation. */
export function pollsRoutes({ nameBallot }: { nameBallot: NameBallot }): Route[] {
  const { viewPolls, viewPoll } = viewsOf(nameBallot)
  const show = (ctx: Ctx<Actor>, pollId: string) => viewPoll(ctx, { pollId })
  return routes(pollsContract, {
    'GET /api/venues/:venueId/polls': { read: viewPolls },
    'GET /api/polls/:pollId': { read: viewPoll },
    'POST /api/venues/:venueId/polls': { write: askPoll, show },
    'PUT /api/polls/:pollId/ballot': { write: voterOf(nameBallot), show },
    'POST /api/polls/:pollId/end': { write: endPoll, show: (ctx, venueId) => viewPolls(ctx, { venueId }) },
  })
}
