export {
  type FindOpinionGroups,
  findOpinionGroups,
  type OpinionGroup,
  type OpinionGroups,
  type OpinionMemory,
  type ParticipantOpinion,
} from './find-opinion-groups.ts'
export { smoothed, wilsonInterval } from './proportion-tests.ts'
export type { GroupOpinion, Represents, StatementOpinion } from './statement-opinions.ts'
export type { Ballots } from './vote-matrix.ts'
