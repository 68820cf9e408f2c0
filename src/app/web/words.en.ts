import { messages as kit } from '../../web-kit/messages.en.ts'
import { messages as product } from '../messages.en.ts'

/** All that the web says in English; loaded when this language is spoken. */
export const words = { ...kit, ...product }
