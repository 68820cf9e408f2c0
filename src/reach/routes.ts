import { type Ctx, type Route, routes } from '../platform/index.ts'
import { reachContract } from './contract.ts'
import { nudgeHub, viewReach } from './view-reach.ts'

/** Every route of this module. */
export function reachRoutes(): Route[] {
  return routes(reachContract, {
    'GET /api/jams/:jamId/reach': { read: viewReach },
    'POST /api/jams/:jamId/nudges': { write: nudgeHub, show: (ctx: Ctx, jamId) => viewReach(ctx, { jamId }) },
  })
}
