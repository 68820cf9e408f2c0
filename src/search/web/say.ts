import { sayIn } from '../../web-kit/index.ts'
import type { messages } from '../messages.en.ts'

export const say = sayIn<typeof messages>()
