import type { PersonLine, VoteLine } from './jam-format.ts'

/** Gives the id that stands for a person in one export. */
export type Pseudonyms = (personId: string) => string

/** A person of whom nothing is known but that several votes are theirs. */
export function unnamed(id: string): PersonLine {
  return { type: 'person', id, name: null, hub: null, guest: false }
}

/** Two lists of people, each sorted by id, as one. */
export async function* mergePeople(
  named: AsyncIterable<PersonLine>,
  unnamed: readonly PersonLine[],
): AsyncGenerator<PersonLine> {
  let at = 0
  for await (const person of named) {
    for (let next = unnamed[at]; next !== undefined && next.id < person.id; next = unnamed[at]) {
      yield next
      at++
    }
    yield person
  }
  yield* unnamed.slice(at)
}

/** Votes under pseudonyms, sorted anew within each contribution: the order must not tell who is who. */
export async function* disguise(votes: AsyncIterable<VoteLine>, pseudonyms: Pseudonyms): AsyncGenerator<VoteLine> {
  let together: VoteLine[] = []
  for await (const vote of votes) {
    if (together[0] && together[0].contribution !== vote.contribution) {
      yield* together.toSorted(byPerson)
      together = []
    }
    together.push({ ...vote, person: pseudonyms(vote.person) })
  }
  yield* together.toSorted(byPerson)
}

function byPerson(one: VoteLine, other: VoteLine): number {
  return one.person < other.person ? -1 : 1
}
