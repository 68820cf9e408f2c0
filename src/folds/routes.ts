import { type Ctx, type Route, routes } from '../platform/index.ts'
import { foldTogether, standAlone, takeApart, undoAct } from './act-on-folds.ts'
import { foldsContract } from './contract.ts'
import { viewFold, viewFolds, viewTogether } from './view-fold.ts'

/** Every route of this module. */
export function foldsRoutes(): Route[] {
  const show = (ctx: Ctx, contributionId: string) => viewFold(ctx, { contributionId })
  return routes(foldsContract, {
    'GET /api/venues/:venueId/folds': { read: viewFolds },
    'GET /api/contributions/:contributionId/fold': { read: viewFold },
    'GET /api/contributions/:contributionId/fold/contributions': { read: viewTogether },
    'POST /api/contributions/:contributionId/fold': { write: foldTogether, show },
    'POST /api/contributions/:contributionId/fold/apart': { write: takeApart, show },
    'POST /api/contributions/:contributionId/fold/alone': { write: standAlone, show },
    'POST /api/fold-acts/:actId/undo': { write: undoAct, show },
  })
}
