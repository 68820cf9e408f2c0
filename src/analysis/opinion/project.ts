import { votesOf } from './count-participants.ts'
import { type Components, placeAlong } from './principal-components.ts'
import type { VoteMatrix } from './vote-matrix.ts'

/** Places in the plane, one a participant. */
export type Points = { readonly x: Float64Array; readonly y: Float64Array }

/** Where each participant stands along both components. Who has voted on few statements would stand near the middle only
 *  for that: so places are scaled by sqrt(statements / votes of the person). Without a vote: 0, 0. */
export function project(votes: VoteMatrix, { means, first, second }: Components): Points {
  const x = new Float64Array(votes.participants)
  const y = new Float64Array(votes.participants)
  for (let p = 0; p < votes.participants; p++) {
    const count = votesOf(votes, p)
    const scale = count === 0 ? 0 : Math.sqrt(votes.statements / count)
    x[p] = scale * placeAlong({ votes, means }, p, first)
    y[p] = scale * placeAlong({ votes, means }, p, second)
  }
  return { x, y }
}
