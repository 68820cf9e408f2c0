import { showContribution } from '../conversation/index.ts'
import type { Actor } from '../kernel/index.ts'
import { type Ctx, type Route, routes, type Signer } from '../platform/index.ts'
import { addJamForum, changeJamForum, orderJamForums, removeJamForum } from './change-forums.ts'
import { jamsContract } from './contract.ts'
import { discardJam } from './discard-jam.ts'
import { downloadExport } from './download-export.ts'
import { downloadMyPart } from './download-my-part.ts'
import { listJams } from './list-jams.ts'
import type { LobbyLinks } from './lobby-links.ts'
import { downloadTemplate } from './make-template.ts'
import { viewMyPart } from './my-part.ts'
import { extendJam, moveJam, openJam } from './run-jam.ts'
import { seedJam } from './seed-jam.ts'
import { setUpJam } from './set-up-jam.ts'
import { startJam } from './start-jam.ts'
import { beginFromFile, copyJam } from './use-template.ts'
import { viewJam } from './view-jam.ts'

export type JamsDeps = { readonly publicUrl: URL; readonly signer: Signer; readonly links: LobbyLinks }

/** Everything of a jam over HTTP. `publicUrl`: where people reach this installation, for links and addresses. */
export function jamsRoutes({ publicUrl, signer, links }: JamsDeps): Route[] {
  const show = (ctx: Ctx<Actor>, jamId: string) => viewJam(ctx, { jamId, publicUrl, links })
  return routes(jamsContract, {
    'GET /api/jams': { read: listJams },
    'POST /api/jams': { write: startJam, show },
    'GET /api/jams/:jamId': { read: (ctx, { jamId }) => show(ctx, jamId) },
    'PUT /api/jams/:jamId': { write: (ctx, input) => setUpJam(ctx, input, links), show },
    'DELETE /api/jams/:jamId': { write: discardJam, show: async () => ({ discarded: true }) },
    'POST /api/jams/:jamId/forums': { write: addJamForum, show },
    'PUT /api/jams/:jamId/forums/order': { write: orderJamForums, show },
    'PUT /api/jams/:jamId/forums/:forumId': { write: changeJamForum, show },
    'DELETE /api/jams/:jamId/forums/:forumId': { write: removeJamForum, show },
    'POST /api/jams/:jamId/seeds': { write: seedJam, show: showContribution },
    'POST /api/jams/:jamId/open': { write: openJam, show },
    'POST /api/jams/:jamId/extend': { write: extendJam, show },
    'POST /api/jams/:jamId/move': { write: moveJam, show },
    'GET /api/jams/:jamId/mine': { read: viewMyPart },
    'GET /api/jams/:jamId/mine/download': { exchange: (exchange) => downloadMyPart(exchange, publicUrl) },
    'GET /api/jams/:jamId/export': { exchange: downloadExport },
    'POST /api/jams/:jamId/copies': { write: (ctx, input) => copyJam(ctx, input, links), show },
    'GET /api/jams/:jamId/template': { exchange: (exchange) => downloadTemplate(exchange, signer) },
    'POST /api/jams/from-template': { write: (ctx, input) => beginFromFile(ctx, input, { signer, links }), show },
  })
}
