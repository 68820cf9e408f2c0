import type { themes } from '../../analysis/index.ts'

/** What a host moved, from where to where. `anchor`: a contribution of the theme that it went into (merge, move) or came
 *  from (split). */
export type Act = {
  readonly kind: 'merge' | 'split' | 'move'
  readonly moved: readonly {
    readonly from: string | null
    readonly to: string | null
    readonly ids: readonly string[]
  }[]
  readonly anchor: string | null
}

/** What hosts want as constraints on a computation, so that new texts follow as well. */
export function constraintsOf(acts: readonly Act[]): themes.Constraint[] {
  return acts.flatMap(({ kind, moved, anchor }) => {
    const ids = moved.flatMap((one) => one.ids)
    const [first] = ids
    if (first === undefined) return []
    const hub = kind === 'split' ? first : anchor
    const together = ids.flatMap((b): themes.Constraint[] =>
      hub === null || hub === b ? [] : [{ kind: 'must-link', a: hub, b }],
    )
    const apart: themes.Constraint[] = kind === 'split' && anchor ? [{ kind: 'cannot-link', a: anchor, b: first }] : []
    return [...together, ...apart]
  })
}

/** Where hosts want contributions to stand, whatever was computed: the later act wins. */
export function placesByHosts(acts: readonly Act[]): Map<string, string | null> {
  const places = new Map<string, string | null>()
  for (const { moved } of acts) for (const { to, ids } of moved) for (const id of ids) places.set(id, to)
  return places
}
