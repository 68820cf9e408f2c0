import { type Static, Type } from 'typebox'
import { ContributionView } from '../conversation/contract.ts'
import { type Contracts, Count, Id, Instant, list, nullable, object, text } from '../kernel/index.ts'

const STATEMENTS_MAX = 10
const GROUPS_MAX = 10
const CELLS_MAX = 640
const GroupName = text(8, 1)
const Share = Type.Number({ minimum: 0, maximum: 1 })

/** How the people of one group voted on a statement: shares of all their votes on it, passes included. */
export const GroupVote = object({ group: GroupName, agree: Share, disagree: Share, votes: Count })
export type GroupVote = Static<typeof GroupVote>

/** What a statement is to the groups. `share`: agreement among people who count, with its Wilson interval at 95 %;
 *  `groupInformed`: high only where every group agrees. */
export const Statement = object({
  contribution: ContributionView,
  share: Share,
  low: Share,
  high: Share,
  votes: Count,
  groupInformed: Share,
  groups: list(GroupVote, GROUPS_MAX),
})
export type Statement = Static<typeof Statement>

/** Opinion groups of a venue. Nothing in it is about a person but `mine`, which only she is given. */
export const OpinionsView = object({
  venueId: Id,
  revision: Count,
  computedAt: nullable(Instant),
  /** People with at least one vote, and those of them with enough votes to count. */
  voters: Count,
  counted: Count,
  /** So many people must count before anything is shown. */
  leastPeople: Count,
  /** Groups of five people or more; all others together are `hiddenPeople`, again five or more, or nobody. */
  groups: list(object({ group: GroupName, people: Count }), GROUPS_MAX),
  hiddenPeople: Count,
  /** The picture: squares of a grid of `grid` by `grid` over [-1, 1], none of fewer than five people; `people` is rounded
   *  down to fives. */
  grid: Count,
  cells: list(object({ column: Count, row: Count, group: GroupName, people: Count }), CELLS_MAX),
  /** The asker's own place, in [-1, 1]; `group` is null in a group that is not shown. */
  mine: nullable(object({ group: nullable(GroupName), x: Type.Number(), y: Type.Number() })),
  /** On how many statements the asker has voted, and from how many on she has a place. */
  myVotes: Count,
  votesNeeded: Count,
  commonGround: list(Statement, STATEMENTS_MAX),
  splits: list(Statement, STATEMENTS_MAX),
  cursor: Count,
})
export type OpinionsView = Static<typeof OpinionsView>

export const opinionsContract = {
  'GET /api/venues/:venueId/opinions': {
    summary: 'Opinion groups: how people who vote alike stand, common ground and splits',
    access: 'anyone',
    params: object({ venueId: Id }),
    answer: OpinionsView,
  },
} as const satisfies Contracts
