import { apiOf } from '../../web-kit/index.ts'
import type { pollsContract } from '../contract.ts'

export const api = apiOf<typeof pollsContract>()
