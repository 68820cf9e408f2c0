import { sayIn, sayRichIn } from '../../web-kit/index.ts'
import type { messages } from '../messages.en.ts'

export const say = sayIn<typeof messages>()
export const sayRich = sayRichIn<typeof messages>()
