import type { PositionConstraint } from './resolve-constraints.ts'
import type { IgnoredConstraint } from './theme-types.ts'
import type { ThemesMemory } from './themes-memory.ts'

/** Constraints by the language of their texts, in their order; and those that cannot be followed, with why. */
export type SortedConstraints = {
  readonly byLanguage: ReadonlyMap<string, readonly PositionConstraint[]>
  readonly ignored: readonly IgnoredConstraint[]
}

/** Two texts in different languages are never in one theme: a must-link between them is passed over, a cannot-link too,
 *  as it holds by itself. */
export function sortConstraints(memory: ThemesMemory): SortedConstraints {
  const { constraints, positionOf, languageOf, localOf } = memory
  const byLanguage = new Map<string, PositionConstraint[]>()
  const ignored: IgnoredConstraint[] = []
  for (const constraint of constraints) {
    const [a, b] = [positionOf.get(constraint.a), positionOf.get(constraint.b)]
    if (a === undefined || b === undefined) ignored.push({ ...constraint, because: 'unknown-text' })
    else if (languageOf[a] !== languageOf[b]) ignored.push({ ...constraint, because: 'two-languages' })
    else {
      const language = languageOf[a] ?? ''
      const list = byLanguage.get(language) ?? []
      byLanguage.set(language, list)
      list.push({ kind: constraint.kind, a: localOf.values[a] ?? 0, b: localOf.values[b] ?? 0 })
    }
  }
  return { byLanguage, ignored }
}
