import type { Ballots } from '../src/analysis/opinion/vote-matrix.ts'
import { seededRandom } from '../src/analysis/seeded-random.ts'

/** Ballots from rows of [participant, statement, vote], in the order of casting. */
export function ballotsOf(rows: readonly (readonly [string, string, number])[]): Ballots {
  const participants = [...new Set(rows.map(([who]) => who))]
  const statements = [...new Set(rows.map(([, what]) => what))]
  return {
    participants,
    statements,
    whose: Uint32Array.from(rows, ([who]) => participants.indexOf(who)),
    which: Uint32Array.from(rows, ([, what]) => statements.indexOf(what)),
    values: Int8Array.from(rows, ([, , vote]) => vote),
  }
}

export type Camps = {
  readonly camps: number
  readonly people: number
  readonly statements: number
  readonly seed: number
}

/** People in camps of equal size (person i in camp i % camps): each camp has an opinion of its own on every statement,
 *  which its people share nine times in ten; each votes on about two thirds of the statements. */
export function campBallots({ camps, people, statements, seed }: Camps): Ballots {
  const random = seededRandom(seed)
  const opinions = Array.from({ length: camps }, () =>
    Array.from({ length: statements }, () => (random() < 0.5 ? 1 : -1)),
  )
  const rows: [string, string, number][] = []
  for (let person = 0; person < people; person++) {
    for (let statement = 0; statement < statements; statement++) {
      const opinion = opinions[person % camps]?.[statement] ?? 0
      if (random() < 0.67) rows.push([`p${person}`, `s${statement}`, random() < 0.9 ? opinion : -opinion])
    }
  }
  return ballotsOf(rows)
}
