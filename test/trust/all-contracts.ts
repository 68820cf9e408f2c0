import { pagesContract } from '../../src/app/pages.ts'
import { catchUpContract } from '../../src/catch-up/contract.ts'
import { conversationContract, meetingsContract } from '../../src/conversation/contract.ts'
import { foldsContract } from '../../src/folds/contract.ts'
import { identityContract } from '../../src/identity/contract.ts'
import { jamsContract } from '../../src/jams/contract.ts'
import type { Contract } from '../../src/kernel/index.ts'
import { opinionsContract } from '../../src/opinions/contract.ts'
import { organisationContract } from '../../src/organisation/contract.ts'
import { liveContract, metricsContract } from '../../src/platform/contract.ts'
import { pollsContract } from '../../src/polls/contract.ts'
import { promisesContract } from '../../src/promises/contract.ts'
import { ideasContract, ratingContract } from '../../src/rating/contract.ts'
import { reachContract } from '../../src/reach/contract.ts'
import { readingContract } from '../../src/reading/contract.ts'
import { rehearsalsContract } from '../../src/rehearsals/contract.ts'
import { reportsContract } from '../../src/reports/contract.ts'
import { searchContract } from '../../src/search/contract.ts'
import { familiesContract, themesContract } from '../../src/themes/contract.ts'

/** Every contract of the product by its route (`METHOD /path/:parameter`). */
export const allContracts: Readonly<Record<string, Contract>> = {
  ...identityContract,
  ...organisationContract,
  ...conversationContract,
  ...meetingsContract,
  ...jamsContract,
  ...foldsContract,
  ...catchUpContract,
  ...readingContract,
  ...themesContract,
  ...familiesContract,
  ...opinionsContract,
  ...ideasContract,
  ...promisesContract,
  ...rehearsalsContract,
  ...ratingContract,
  ...pollsContract,
  ...reachContract,
  ...reportsContract,
  ...searchContract,
  ...pagesContract,
  'GET /api/live': liveContract,
  'GET /metrics': metricsContract,
}

/** How many times as much is tried as on every change: `npm run trust` sets it. */
export const scale: number = Math.max(1, Number(process.env.TRUST_SCALE ?? 1) || 1)
