import { type Route, routes } from '../platform/index.ts'
import { readingContract } from './contract.ts'
import { chooseReading, forgetReading, recordOpened, recordSeen, viewReading } from './keep-reading.ts'
import { viewSeldomRead } from './view-seldom-read.ts'

/** Every route of this module. */
export function readingRoutes(): Route[] {
  return routes(readingContract, {
    'GET /api/reading': { read: viewReading },
    'PUT /api/reading': { write: chooseReading, show: viewReading },
    'DELETE /api/reading': { write: forgetReading, show: viewReading },
    'POST /api/reading/seen': { write: recordSeen, show: async () => ({ kept: true }) },
    'PUT /api/venues/:venueId/opened': { write: recordOpened, show: async () => ({}) },
    'GET /api/venues/:venueId/seldom-read': { read: viewSeldomRead },
  })
}
