import { apiOf } from '../../web-kit/index.ts'
import type { reportsContract } from '../contract.ts'

export const api = apiOf<typeof reportsContract>()
