import { messages as opinions } from '../../opinions/messages.de.ts'
import { messages as themes } from '../../themes/messages.de.ts'

/** What the pages of themes and opinion groups say in German; loaded with the first of them. */
export const words = { ...themes, ...opinions }
