import { apiOf } from '../../web-kit/index.ts'
import type { searchContract } from '../contract.ts'

export const api = apiOf<typeof searchContract>()
