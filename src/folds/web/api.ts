import { apiOf } from '../../web-kit/index.ts'
import type { foldsContract } from '../contract.ts'

export const api = apiOf<typeof foldsContract>()
