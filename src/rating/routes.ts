import { type Ctx, type Route, routes } from '../platform/index.ts'
import { answerConsent } from './consent.ts'
import { ideasContract } from './contract.ts'
import { changeIdea, makeIdea } from './make-idea.ts'
import { mergeIdea, unmergeIdea, withdrawIdea } from './merge-ideas.ts'
import { viewIdea, viewIdeas } from './view-ideas.ts'

/** Every route of this module. */
export function ratingRoutes(): Route[] {
  const show = (ctx: Ctx, ideaId: string) => viewIdea(ctx, { ideaId })
  return routes(ideasContract, {
    'GET /api/jams/:jamId/ideas': { read: viewIdeas },
    'GET /api/ideas/:ideaId': { read: viewIdea },
    'POST /api/jams/:jamId/ideas': { write: makeIdea, show },
    'PUT /api/ideas/:ideaId': { write: changeIdea, show },
    'PUT /api/ideas/:ideaId/consent': { write: answerConsent, show },
    'POST /api/ideas/:ideaId/merge': { write: mergeIdea, show },
    'DELETE /api/ideas/:ideaId/merge': { write: unmergeIdea, show },
    'PUT /api/ideas/:ideaId/withdrawn': { write: withdrawIdea, show },
  })
}
