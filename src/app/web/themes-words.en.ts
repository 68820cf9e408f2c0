import { messages as themes } from '../../themes/messages.en.ts'

/** What the pages of themes say in English; loaded with the first of them. */
export const words = { ...themes }
