import { type Route, routes } from '../platform/index.ts'
import { startRehearsal, stopRehearsal, viewRehearsal } from './ask-for-rehearsal.ts'
import { rehearsalsContract } from './contract.ts'

/** Every route of this module. */
export function rehearsalsRoutes(): Route[] {
  return routes(rehearsalsContract, {
    'GET /api/jams/:jamId/rehearsal': { read: viewRehearsal },
    'POST /api/jams/:jamId/rehearsal': { write: startRehearsal, show: (ctx, jamId) => viewRehearsal(ctx, { jamId }) },
    'DELETE /api/jams/:jamId/rehearsal': { write: stopRehearsal, show: (ctx, jamId) => viewRehearsal(ctx, { jamId }) },
  })
}
