/** A contribution that has words, with what the machine found: `origin` is the earlier one that it is nearly the same as,
 *  null where there is none. */
export type FoldText = { readonly id: string; readonly origin: string | null }

/** What somebody did and nobody has undone. `fold`: a host put the folds of two contributions together. `apart`: a host
 *  took contributions out of their fold. `alone`: the author lets hers stand on its own. */
export type StandingAct = {
  readonly id: string
  readonly kind: 'fold' | 'apart' | 'alone'
  readonly ids: readonly string[]
}

/**
 * The fold of each contribution that stands in one, named after its earliest contribution. It follows from what was found
 * and from the acts alone, so that an undone act leaves no trace: undoing is leaving it out. `texts` and `acts` are in the
 * order of time. What an author keeps alone is in no fold, whatever the machine and hosts do before or after.
 */
export function standTogether(texts: readonly FoldText[], acts: readonly StandingAct[]): Map<string, string> {
  const alone = aloneIn(acts)
  const groups = openGroups(texts)
  for (const act of acts) {
    if (act.kind === 'apart') for (const id of act.ids) groups.takeOut(id, act.id)
    const [a, b] = act.ids
    if (act.kind === 'fold' && a && b && !act.ids.some((id) => alone.has(id))) groups.join(a, b)
  }
  const together = Map.groupBy(
    texts.map(({ id }) => id).filter((id) => !alone.has(id)),
    (id) => groups.of(id),
  )
  const folds = [...together.values()].filter((ids) => ids.length > 1)
  return new Map(folds.flatMap((ids) => ids.map((id) => [id, ids[0] ?? id] as const)))
}

/** The contributions that their authors keep on their own. */
export function aloneIn(acts: readonly StandingAct[]): Set<string> {
  return new Set(acts.flatMap(({ kind, ids }) => (kind === 'alone' ? ids : [])))
}

/** Groups of contributions, each under a key: that of what the machine found, or one of its own since it was taken out. */
function openGroups(texts: readonly FoldText[]) {
  const keyOf = new Map(texts.map(({ id, origin }) => [id, origin ?? id]))
  const above = new Map<string, string>()
  const top = (key: string): string => {
    let found = key
    for (let next = above.get(found); next !== undefined; next = above.get(found)) found = next
    return found
  }
  const of = (id: string): string => top(keyOf.get(id) ?? id)
  return {
    of,
    takeOut: (id: string, actId: string) => void keyOf.set(id, `${actId} ${id}`),
    join(a: string, b: string) {
      const [into, from] = [of(a), of(b)]
      if (into !== from) above.set(from, into)
    },
  }
}
