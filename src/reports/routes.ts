import { type Route, routes } from '../platform/index.ts'
import { reportsContract } from './contract.ts'
import { downloadLetter } from './download-letter.ts'
import { publishReview, reviewTheme, viewReview } from './review-report.ts'
import { type Shelf, sendEdition } from './send-edition.ts'
import { viewChanges, viewUses } from './view-changes.ts'
import { viewReports } from './view-reports.ts'
import { writeLetter } from './write-letter.ts'

/** Everything of reports over HTTP. `publicUrl`: where people reach this installation. */
export function reportsRoutes({ publicUrl }: { readonly publicUrl: URL }): Route[] {
  const shelf: Shelf = new Map()
  return routes(reportsContract, {
    'GET /api/jams/:jamId/reports': { read: viewReports },
    'GET /jams/:jamId/report/:number': { exchange: (exchange) => sendEdition(exchange, shelf) },
    'GET /api/jams/:jamId/reports/:number/changes': { read: viewChanges },
    'GET /api/jams/:jamId/report-review': { read: viewReview },
    'PUT /api/jams/:jamId/report-review/:themeId': {
      write: reviewTheme,
      show: (ctx, jamId) => viewReview(ctx, { jamId }),
    },
    'POST /api/jams/:jamId/report-review': { write: publishReview, show: (ctx, jamId) => viewReports(ctx, { jamId }) },
    'GET /api/contributions/:contributionId/uses': { read: viewUses },
    'GET /api/jams/:jamId/letter': { read: writeLetter },
    'GET /api/jams/:jamId/letter/download': { exchange: (exchange) => downloadLetter(exchange, publicUrl) },
  })
}
