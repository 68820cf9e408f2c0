import { sayIn, sayRichIn } from '../../web-kit/index.ts'
import type { hosting, messages } from '../messages.en.ts'

export const say = sayIn<typeof messages & typeof hosting>()
export const sayRich = sayRichIn<typeof messages & typeof hosting>()
