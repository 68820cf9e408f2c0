import { apiOf } from '../../web-kit/index.ts'
import type { themesContract } from '../contract.ts'

export const api = apiOf<typeof themesContract>()
