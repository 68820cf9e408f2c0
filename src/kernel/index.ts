export { type Actor, type HubRole, hostsHub, nobody, type SignedInActor } from './actor.ts'
export {
  type AnswerOf,
  type Contract,
  type Contracts,
  Count,
  Cursor,
  Email,
  ErrorAnswer,
  FILLED,
  filledText,
  Id,
  type InputOf,
  Instant,
  LocaleTag,
  list,
  May,
  type Method,
  Nothing,
  nullable,
  object,
  oneOf,
  TimeZone,
  text,
} from './contract.ts'
export { allowed, type Decision, ensure, refusalOf, refused } from './decision.ts'
export { hideUntil, isFew, LEAST_PEOPLE, tellApart } from './few.ts'
export { lazily } from './lazily.ts'
export { notFound, Refusal, type RefusalStatus, type RefusalValues } from './refusal.ts'
