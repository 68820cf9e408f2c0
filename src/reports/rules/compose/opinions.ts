import type { MaterialOpinion } from '../material.ts'
import type { OpinionStatement, Report } from '../report.ts'
import { quoteOf } from './quotes.ts'
import { isThere, type Tally } from './tally.ts'

/** Opinion groups with what all agree to and what divides them, as it was shown in the jam. */
export function opinionsOf(tally: Tally): Report['opinions'] {
  const { opinions } = tally.material
  if (opinions === null || opinions.groups.length === 0) return null
  const { counted, groups, hidden, common, splits } = opinions
  return {
    ...{ counted, hidden, groups: [...groups] },
    common: common.flatMap((statement) => statementOf(tally, statement) ?? []),
    splits: splits.flatMap((statement) => statementOf(tally, statement) ?? []),
  }
}

// What opinions keep of a statement may be more than a report says of it.
function statementOf(tally: Tally, statement: MaterialOpinion): OpinionStatement | undefined {
  const { id, share, low, high, votes, groups } = statement
  const written = tally.written.get(id)
  const quote = written && isThere(written) ? quoteOf(tally, written) : undefined
  return quote && { quote, share, low, high, votes, groups: [...groups] }
}
