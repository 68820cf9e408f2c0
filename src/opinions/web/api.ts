import { apiOf } from '../../web-kit/index.ts'
import type { opinionsContract } from '../contract.ts'

export const api = apiOf<typeof opinionsContract>()
