import { messages as conversation } from '../../conversation/messages.de.ts'
import { messages as folds } from '../../folds/messages.de.ts'
import { screens as jams } from '../../jams/messages-screens.de.ts'
import { messages as kit } from '../../web-kit/messages.de.ts'
import { messages as shell } from './messages.de.ts'

/** What every page may say in German; loaded when this language is spoken. */
export const words = { ...kit, ...shell, ...conversation, ...folds, ...jams }
