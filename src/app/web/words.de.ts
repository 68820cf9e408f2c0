import { messages as kit } from '../../web-kit/messages.de.ts'
import { messages as product } from '../messages.de.ts'

/** All that the web says in German; loaded when this language is spoken. */
export const words = { ...kit, ...product }
