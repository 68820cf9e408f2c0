import type { organisationContract } from '../../organisation/contract.ts'
import { apiOf } from '../../web-kit/index.ts'
import type { promisesContract } from '../contract.ts'

export const api = apiOf<typeof promisesContract>()
/** Who is here is asked of the organisation. */
export const organisation = apiOf<typeof organisationContract>()
