import { apiOf } from '../../web-kit/index.ts'
import type { readingContract } from '../contract.ts'

export const api = apiOf<typeof readingContract>()
