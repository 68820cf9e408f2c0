import { newId, type Tx } from '../platform/index.ts'
import { type FoundFamily, familiesOf, verdictsOf } from './rules/judge-pairs.ts'
import {
  countPeople,
  findFamilyState,
  findPairActs,
  findThemesOf,
  type KeptFamily,
  saveFamilies,
} from './store/families.ts'
import { findStanding } from './store/linking.ts'

/** Makes the families anew from the links that are known and from what hosts said; true when they are others than before. */
export async function rebuildFamilies(tx: Tx, venueId: string): Promise<boolean> {
  const { links, families: before } = await findFamilyState(tx, venueId)
  const themes = await findStanding(tx, venueId)
  const acts = await findPairActs(tx, venueId)
  const judged = acts.flatMap(({ pair }) => pair.flatMap(({ ids }) => ids))
  const verdicts = verdictsOf(acts, { themes, themeOf: await findThemesOf(tx, judged) })
  const found = familiesOf(links, verdicts, { themes, before, newId })
  const languageOf = new Map(themes.map(({ id, language }) => [id, language]))
  return saveFamilies(tx, venueId, await counted(tx, found, languageOf))
}

/** Nobody counts twice in a family, nor in one of its languages. */
async function counted(
  tx: Tx,
  families: readonly FoundFamily[],
  languageOf: ReadonlyMap<string, string>,
): Promise<KeptFamily[]> {
  const columns = families.map(({ themes }) => [...Map.groupBy(themes, (id) => languageOf.get(id) ?? 'und')])
  const groups = families.flatMap(({ themes }, at) => [themes, ...(columns[at] ?? []).map(([, ids]) => ids)])
  const counts = new Map((await countPeople(tx, groups)).map((count) => [count.group, count]))
  let group = 0
  return families.map((family, at) => {
    const { people = 0, contributions = 0 } = counts.get(group++) ?? {}
    const within = (columns[at] ?? []).map(([language]) => ({ language, people: counts.get(group++)?.people ?? 0 }))
    return { ...family, people, contributions, columns: within }
  })
}
