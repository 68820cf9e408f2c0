import { messages as themes } from '../../themes/messages.de.ts'

/** What the pages of themes say in German; loaded with the first of them. */
export const words = { ...themes }
