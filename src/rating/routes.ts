import { type Ctx, type Route, routes } from '../platform/index.ts'
import { answerConsent } from './consent.ts'
import { ideasContract, ratingContract } from './contract.ts'
import { changeIdea, makeIdea } from './make-idea.ts'
import { mergeIdea, unmergeIdea, withdrawIdea } from './merge-ideas.ts'
import { aheadOfBallot, type Balloting, ballotsOf } from './rate.ts'
import { viewIdea, viewIdeas } from './view-ideas.ts'
import { viewResults } from './view-results.ts'

/** Every route of this module. */
export function ratingRoutes(balloting: Balloting): Route[] {
  const show = (ctx: Ctx, ideaId: string) => viewIdea(ctx, { ideaId })
  const { beginBallot, rate, viewBallot, viewRated } = ballotsOf(balloting)
  const jamOf = ({ jamId }: { jamId: string }) => jamId
  const aheadOf = ({ jamId }: { jamId: string }) => aheadOfBallot(jamId)
  const showBallot = (ctx: Ctx, jamId: string) => viewBallot(ctx, { jamId })
  return [
    ...routes(ideasContract, {
      'GET /api/jams/:jamId/ideas': { read: viewIdeas },
      'GET /api/ideas/:ideaId': { read: viewIdea },
      'POST /api/jams/:jamId/ideas': { write: makeIdea, show },
      'PUT /api/ideas/:ideaId': { write: changeIdea, show },
      'PUT /api/ideas/:ideaId/consent': { write: answerConsent, show },
      'POST /api/ideas/:ideaId/merge': { write: mergeIdea, show },
      'DELETE /api/ideas/:ideaId/merge': { write: unmergeIdea, show },
      'PUT /api/ideas/:ideaId/withdrawn': { write: withdrawIdea, show },
    }),
    ...routes(ratingContract, {
      'GET /api/jams/:jamId/ballot': { read: viewBallot },
      'POST /api/jams/:jamId/ballot': { ahead: aheadOf, write: beginBallot, show: showBallot },
      'PUT /api/jams/:jamId/ballot': { place: jamOf, ahead: aheadOfBallot, together: rate },
      'GET /api/jams/:jamId/ballot/rated': { read: viewRated },
      'GET /api/jams/:jamId/rating': { read: viewResults },
    }),
  ]
}
