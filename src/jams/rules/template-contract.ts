import { Type } from 'typebox'
import { filledText, Id, Instant, nullable, object, text } from '../../kernel/index.ts'
import { JAM_TITLE_MAX } from './limits.ts'
import { TEMPLATE_MAX } from './template.ts'

const jam = object({ jamId: Id })
const opening = { title: filledText(JAM_TITLE_MAX), opensAt: Instant }

/** What templates ask; the answers are those of jams. */
export const templateAsks = {
  copy: {
    summary:
      'Begin to prepare a jam with the set-up of this one, without people’s words (its hosts, where they may start one)',
    params: jam,
    body: object(opening),
  },
  download: {
    summary: 'The set-up of a jam as one file, signed by this installation (owners and hosts)',
    params: jam,
    answer: Type.Unknown(),
    media: ['application/json'],
  },
  begin: {
    summary:
      'Begin to prepare a jam as a signed file says. `trusts`: the key of another installation whose file the asker takes',
    body: object({ ...opening, hubId: Id, file: text(TEMPLATE_MAX, 1), trusts: nullable(text(43, 43)) }),
  },
} as const
