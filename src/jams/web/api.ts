import type { organisationContract } from '../../organisation/contract.ts'
import { apiOf } from '../../web-kit/index.ts'
import type { jamsContract } from '../contract.ts'

export const api = apiOf<typeof jamsContract>()
export const organisation = apiOf<typeof organisationContract>()
