import type { Written } from '../corpus.ts'
import { METHOD } from '../limits.ts'
import type { Material } from '../material.ts'
import type { Vote } from '../report.ts'

/** The material with what every chapter asks for. A reply stands where its thread does. */
export type Tally = {
  readonly material: Material
  readonly written: ReadonlyMap<string, Written>
  readonly hubOf: ReadonlyMap<string, string | null>
  readonly guests: ReadonlySet<string>
  /** The theme of each root; absent: unsorted. */
  readonly themeOf: ReadonlyMap<string, string>
  readonly byTheme: ReadonlyMap<string | null, readonly Written[]>
  readonly votesOn: ReadonlyMap<string, readonly Vote[]>
  readonly support: ReadonlyMap<string, number>
  /** What has an answer that is still there. */
  readonly answered: ReadonlySet<string>
  /** The fold of a contribution that says nearly the same as others. */
  readonly foldOf: ReadonlyMap<string, number>
  /** Hubs of which at least five people wrote: only these are named beside a quote. */
  readonly namedHubs: ReadonlyMap<string, string>
}

export function tallyUp(material: Material): Tally {
  const written = new Map(material.written.map((each) => [each.id, each]))
  const themeOf = new Map(material.themes.flatMap(({ id, ideas }) => ideas.map((idea) => [idea.id, id] as const)))
  const byTheme = Map.groupBy(material.written, ({ root }) => themeOf.get(root) ?? null)
  const hubOf = new Map(material.people.map(({ id, hub }) => [id, hub]))
  const guests = new Set(material.people.flatMap(({ id, guest }) => (guest ? [id] : [])))
  const answered = new Set(
    material.written.flatMap((each) => (each.parent !== null && isThere(each) ? each.parent : [])),
  )
  const votesOn = Map.groupBy(material.votes, ({ contribution }) => contribution)
  const foldOf = new Map(material.folds.flatMap(({ ids }, fold) => ids.map((id) => [id, fold] as const)))
  const base = {
    foldOf,
    material,
    votesOn,
    written,
    hubOf,
    guests,
    themeOf,
    byTheme,
    answered,
    support: supportOf(material),
  }
  return { ...base, namedHubs: namedHubs(material, hubOf) }
}

/** Votes that agree less those that disagree. */
function supportOf({ votes }: Material): Map<string, number> {
  const support = new Map<string, number>()
  for (const { contribution, value } of votes) {
    if (value === 'pass') continue
    support.set(contribution, (support.get(contribution) ?? 0) + (value === 'agree' ? 1 : -1))
  }
  return support
}

function namedHubs(material: Material, hubOf: Tally['hubOf']): Map<string, string> {
  const writers = authorsOf(material.written)
  const sizes = new Map<string, number>()
  for (const id of writers) {
    const hub = hubOf.get(id)
    if (hub) sizes.set(hub, (sizes.get(hub) ?? 0) + 1)
  }
  return new Map(
    material.hubs.flatMap(({ id, name }) => ((sizes.get(id) ?? 0) >= METHOD.floor ? [[id, name] as const] : [])),
  )
}

/** Distinct people who wrote these. Seeds come from hosts and count nobody. */
export function authorsOf(written: Iterable<Written>): Set<string> {
  const authors = new Set<string>()
  for (const { author, seed } of written) if (author !== null && !seed) authors.add(author)
  return authors
}

/** A number of people, or null below five: that is not shown. Nobody is zero. */
export function shown(people: number): number | null {
  return people > 0 && people < METHOD.floor ? null : people
}

/** Tells of one contribution after the other whether it says nearly the same as one before it. */
export function repeats({ foldOf }: Tally): (written: Written) => boolean {
  const met = new Set<number>()
  return ({ id }) => {
    const fold = foldOf.get(id)
    if (fold === undefined) return false
    return met.has(fold) || !met.add(fold)
  }
}

export const isIdea = ({ parent }: Written): boolean => parent === null
export const isThere = ({ retractedAt }: Written): boolean => retractedAt === null
