import { messages as opinions } from '../../opinions/messages.en.ts'
import { messages as themes } from '../../themes/messages.en.ts'

/** What the pages of themes and opinion groups say in English; loaded with the first of them. */
export const words = { ...themes, ...opinions }
