import { apiOf } from '../../web-kit/index.ts'
import type { conversationContract } from '../contract.ts'

export const api = apiOf<typeof conversationContract>()
