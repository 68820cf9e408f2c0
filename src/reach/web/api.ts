import { apiOf } from '../../web-kit/index.ts'
import type { reachContract } from '../contract.ts'

export const api = apiOf<typeof reachContract>()
