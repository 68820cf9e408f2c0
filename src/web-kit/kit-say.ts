import type { messages } from './messages.en.ts'
import { sayIn } from './say.ts'

export const say = sayIn<typeof messages>()
