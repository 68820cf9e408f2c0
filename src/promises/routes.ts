import type { Actor } from '../kernel/index.ts'
import { type Ctx, type Route, routes } from '../platform/index.ts'
import { promisesContract } from './contract.ts'
import { nameDeciders } from './name-deciders.ts'
import { signDecision } from './sign-decision.ts'
import { settlePromise, tellProgress } from './tell-progress.ts'
import { viewDecisions, viewVersions } from './view-decisions.ts'
import { viewLedger, viewPromise } from './view-promises.ts'
import { viewRecord } from './view-record.ts'
import { writeDecision } from './write-decision.ts'

/** Answers and promises over HTTP. */
export function promisesRoutes(): Route[] {
  const show = (ctx: Ctx<Actor>, jamId: string) => viewDecisions(ctx, { jamId })
  const showOne = (ctx: Ctx<Actor>, promiseId: string) => viewPromise(ctx, { promiseId })
  return routes(promisesContract, {
    'GET /api/jams/:jamId/decisions': { read: viewDecisions },
    'PUT /api/jams/:jamId/deciders': { write: nameDeciders, show },
    'POST /api/matters/:matterId/decisions': { write: writeDecision, show },
    'GET /api/matters/:matterId/decisions': { read: viewVersions },
    'POST /api/decisions/:decisionId/signature': { write: signDecision, show },
    'GET /api/promises': { read: viewLedger },
    'GET /api/promises/:promiseId': { read: viewPromise },
    'POST /api/promises/:promiseId/progress': { write: tellProgress, show: showOne },
    'PUT /api/promises/:promiseId/state': { write: settlePromise, show: showOne },
    'GET /api/jams/:jamId/promise-record': { read: viewRecord },
  })
}
