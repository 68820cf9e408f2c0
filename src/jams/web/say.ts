import { sayIn, sayRichIn } from '../../web-kit/index.ts'
import type { messages } from '../messages.en.ts'
import type { hosting } from '../messages-hosting.en.ts'

export const say = sayIn<typeof messages & typeof hosting>()
export const sayRich = sayRichIn<typeof messages & typeof hosting>()
