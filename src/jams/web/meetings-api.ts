import type { meetingsContract } from '../../conversation/contract.ts'
import { apiOf } from '../../web-kit/index.ts'

/** Meetings belong to conversation; their page stands in a jam. */
export const meetings = apiOf<typeof meetingsContract>()
