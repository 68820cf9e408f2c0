import { messages as conversation } from '../../conversation/messages.en.ts'
import { messages as folds } from '../../folds/messages.en.ts'
import { screens as jams } from '../../jams/messages-screens.en.ts'
import { messages as kit } from '../../web-kit/messages.en.ts'
import { messages as shell } from './messages.en.ts'

/** What every page may say in English; loaded when this language is spoken. */
export const words = { ...kit, ...shell, ...conversation, ...folds, ...jams }
