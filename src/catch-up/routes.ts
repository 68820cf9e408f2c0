import { type Ctx, type Route, routes } from '../platform/index.ts'
import { choose, doneWithCards, endFeed, makeFeed, viewChoice } from './choose.ts'
import { catchUpContract } from './contract.ts'
import { follow, viewFollows } from './follow.ts'
import { leaveDigest, type Serving, sendFeed, sendLeavePage, sendPlain, sendText } from './send-pages.ts'
import { type AskCatchUp, viewCatchUp } from './view-catch-up.ts'

/** Every route of this module. */
export function catchUpRoutes(serving: Serving): Route[] {
  const { publicUrl } = serving
  return routes(catchUpContract, {
    'GET /api/catch-up': { read: (ctx, input) => viewCatchUp(ctx, input as AskCatchUp) },
    'GET /catch-up/plain': { exchange: (exchange) => sendPlain(exchange, publicUrl) },
    'GET /catch-up/text': { exchange: (exchange) => sendText(exchange, publicUrl) },
    'POST /api/catch-up/seen': { write: doneWithCards, show: async () => ({}) },
    'GET /api/catch-up/choice': { read: viewChoice },
    'PUT /api/catch-up/choice': { write: choose, show: viewChoice },
    'POST /api/catch-up/feed': {
      write: (ctx) => makeFeed(ctx, publicUrl),
      show: async (_ctx, address) => ({ address }),
    },
    'DELETE /api/catch-up/feed': { write: endFeed, show: viewChoice },
    'GET /feeds/:token': { exchange: (exchange) => sendFeed(exchange, serving) },
    'GET /digest/leave/:token': { exchange: (exchange) => sendLeavePage(exchange, serving) },
    'POST /digest/leave/:token': { exchange: (exchange) => leaveDigest(exchange, serving) },
    'GET /api/follows': { read: viewFollows },
    'PUT /api/follows': { write: follow, show: (ctx: Ctx) => viewFollows(ctx) },
  })
}
