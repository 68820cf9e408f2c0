import type { Ballot, ConsultationSet, Statement } from './demo-set.ts'

/** One thing that happened: somebody wrote or voted. `at` in milliseconds since 1970, never before the statement it is about. */
export type Happening =
  | { readonly at: number; readonly statement: Statement; readonly place: number }
  | { readonly at: number; readonly ballot: Ballot }

/** Nobody watches a page on which nothing moves for longer, in milliseconds. */
export const LONGEST_GAP_MS = 2_500

/** Everything of a consultation in the order in which it happened. The data has a few votes that are older than their statement. */
export function happeningsOf({ statements, ballots }: ConsultationSet): Happening[] {
  const written = statements.map((statement, place): Happening => ({ at: statement.at, statement, place }))
  const voted = ballots.map((ballot): Happening => {
    const writtenAt = statements[ballot.statement]?.at ?? 0
    return { at: Math.max(ballot.at, writtenAt), ballot }
  })
  return [...written, ...voted].toSorted((a, b) => a.at - b.at || Number('ballot' in a) - Number('ballot' in b))
}

/** How long to wait between two happenings when time passes `speed` times as fast: at most LONGEST_GAP_MS. */
export function waitBetween(fromMs: number, toMs: number, speed: number): number {
  return Math.min(LONGEST_GAP_MS, Math.max(0, toMs - fromMs) / speed)
}

/** The part of a consultation that these happenings make up. Statements keep their places. */
export function partOf(set: ConsultationSet, happenings: readonly Happening[]): ConsultationSet {
  const statements = happenings.flatMap((happening) => ('statement' in happening ? happening.statement : []))
  const ballots = happenings.flatMap((happening) => ('ballot' in happening ? happening.ballot : []))
  return { ...set, statements, ballots }
}
