import { apiOf } from '../../web-kit/index.ts'
import type { identityContract } from '../contract.ts'

export const identity = apiOf<typeof identityContract>()
