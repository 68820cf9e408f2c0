import type { conversationContract } from '../../conversation/contract.ts'
import { apiOf } from '../../web-kit/index.ts'
import type { catchUpContract } from '../contract.ts'

export const api = apiOf<typeof catchUpContract>()
export const conversation = apiOf<typeof conversationContract>()
