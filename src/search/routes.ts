import { type Route, routes } from '../platform/index.ts'
import { searchContract } from './contract.ts'
import { search } from './search.ts'

/** Every route of this module. */
export function searchRoutes(): Route[] {
  return routes(searchContract, { 'POST /api/search': { read: search } })
}
