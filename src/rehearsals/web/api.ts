import { apiOf } from '../../web-kit/index.ts'
import type { rehearsalsContract } from '../contract.ts'

export const api = apiOf<typeof rehearsalsContract>()
