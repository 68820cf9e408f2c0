/** A constraint between two texts by position. */
export type PositionConstraint = { readonly kind: 'must-link' | 'cannot-link'; readonly a: number; readonly b: number }

/** Constraints without contradictions: texts that must be together share a group (dense from 0, in the order of
 *  their first texts), `apart` are pairs of groups. `contradicted` holds the places in the list of those passed
 *  over. */
export type ResolvedConstraints = {
  readonly groupOf: Int32Array
  readonly groups: number
  readonly apart: readonly (readonly [number, number])[]
  readonly contradicted: readonly number[]
}

/** Goes through the constraints from the last to the first, so that the later wins; one that contradicts those already
 *  taken (also by way of others: a with b, b with c, a never with c) is passed over. */
export function resolveConstraints(texts: number, constraints: readonly PositionConstraint[]): ResolvedConstraints {
  const parents = Int32Array.from({ length: texts }, (_, text) => text)
  const rivals = new Map<number, Set<number>>()
  const contradicted: number[] = []
  for (let at = constraints.length - 1; at >= 0; at--) {
    const constraint = constraints[at]
    if (constraint && !take(constraint, parents, rivals)) contradicted.push(at)
  }
  return { ...numberGroups(parents, rivals), contradicted: contradicted.reverse() }
}

function take({ kind, a, b }: PositionConstraint, parents: Int32Array, rivals: Map<number, Set<number>>): boolean {
  const first = rootOf(parents, a)
  const second = rootOf(parents, b)
  if (kind === 'cannot-link') {
    if (first === second) return false
    rivalsOf(rivals, first).add(second)
    rivalsOf(rivals, second).add(first)
    return true
  }
  if (first === second) return true
  if (rivals.get(first)?.has(second)) return false
  join(parents, rivals, [Math.min(first, second), Math.max(first, second)])
  return true
}

function join(parents: Int32Array, rivals: Map<number, Set<number>>, [kept, gone]: [number, number]): void {
  parents[gone] = kept
  for (const rival of rivals.get(gone) ?? []) {
    rivalsOf(rivals, kept).add(rival)
    rivalsOf(rivals, rival).delete(gone)
    rivalsOf(rivals, rival).add(kept)
  }
  rivals.delete(gone)
}

function rivalsOf(rivals: Map<number, Set<number>>, root: number): Set<number> {
  const known = rivals.get(root)
  if (known) return known
  const none = new Set<number>()
  rivals.set(root, none)
  return none
}

function rootOf(parents: Int32Array, text: number): number {
  let root = text
  while (parents[root] !== root) root = parents[root] ?? root
  for (let at = text; at !== root; ) {
    const next = parents[at] ?? root
    parents[at] = root
    at = next
  }
  return root
}

function numberGroups(
  parents: Int32Array,
  rivals: Map<number, Set<number>>,
): Pick<ResolvedConstraints, 'groupOf' | 'groups' | 'apart'> {
  const groupOf = new Int32Array(parents.length)
  const numbers = new Int32Array(parents.length).fill(-1)
  let groups = 0
  for (let text = 0; text < parents.length; text++) {
    const root = rootOf(parents, text)
    if (numbers[root] === -1) numbers[root] = groups++
    groupOf[text] = numbers[root] ?? 0
  }
  const apart: [number, number][] = []
  for (const [root, others] of rivals) {
    for (const other of others) if (root < other) apart.push([numbers[root] ?? 0, numbers[other] ?? 0])
  }
  return { groupOf, groups, apart: apart.sort((a, b) => a[0] - b[0] || a[1] - b[1]) }
}
