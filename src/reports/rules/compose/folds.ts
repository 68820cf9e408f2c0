import type { Report } from '../report.ts'
import { authorsOf, isThere, shown, type Tally } from './tally.ts'

/** Contributions that say nearly the same, with the people of the union: whoever wrote one of them or, from five on, agrees
 *  to one counts once. What was taken back stands in none. */
export function foldsOf(tally: Tally): NonNullable<Report['folds']> {
  return tally.material.folds.flatMap(({ ids, campaign }) => {
    const there = ids.flatMap((id) => tally.written.get(id) ?? []).filter(isThere)
    if (there.length < 2) return []
    const supporters = there
      .flatMap(({ id }) => tally.votesOn.get(id) ?? [])
      .flatMap(({ person, value }) => (value === 'agree' ? person : []))
    const writers = authorsOf(there)
    const others = new Set(supporters).difference(writers)
    // One to four who only agree are not to be found by taking away those whose names stand on the texts.
    const people = shown(others.size) === null ? writers : writers.union(others)
    return [{ ids: there.map(({ id }) => id), people: shown(people.size), campaign }]
  })
}
