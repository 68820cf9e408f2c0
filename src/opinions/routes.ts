import { type Route, routes } from '../platform/index.ts'
import { opinionsContract } from './contract.ts'
import { viewOpinions } from './view-opinions.ts'

/** Every route of this module. */
export function opinionsRoutes(): Route[] {
  return routes(opinionsContract, { 'GET /api/venues/:venueId/opinions': { read: viewOpinions } })
}
