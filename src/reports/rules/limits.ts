import { LEAST_PEOPLE } from '../../kernel/index.ts'

/** Numbers of the method, printed in every report. Shares in [0, 1]. */
export const METHOD = {
  version: '1.1',
  /** Fewer people than this are never shown as a group. */
  floor: LEAST_PEOPLE,
  /** A general claim cites so many different authors; with fewer it is called a single voice. */
  authors: 3,
  /** The words for a share of people: below `few` few, below `some` some, up to `many` many, above it most. */
  few: 0.05,
  some: 0.2,
  many: 0.5,
  headlines: 9,
  /** One headline place in so many is kept for a small voice. */
  reservedEvery: 7,
  /** A language of this share of people always appears. */
  language: 0.02,
  /** A theme of fewer people than this share of all is small. */
  smallShare: 0.02,
} as const

export const NAME_MAX = 120
export const THEMES_MAX = 500
export const IDEAS_MAX = 200_000
export const FOLD_MAX = 50_000
