import { apiOf } from '../../web-kit/index.ts'
import type { ideasContract, ratingContract } from '../contract.ts'

export const api = apiOf<typeof ideasContract & typeof ratingContract>()
