import { catalogues } from './catalogues.ts'
import { undocumentedDoors } from './door-docs.ts'
import { slowRegularExpressions } from './regular-expressions.ts'
import { lockfileHosts, machinePaths, migrations } from './repository.ts'
import { schemas } from './schemas.ts'
import { forbiddenNames, looseEnds, tooLong } from './size-and-names.ts'
import { type Finding, readTree } from './source-tree.ts'
import { sqlOutsideStore } from './sql-text.ts'
import { untranslated } from './untranslated.ts'
import { wordsLoaded } from './words-loaded.ts'

const CHECKS = [
  tooLong,
  forbiddenNames,
  looseEnds,
  undocumentedDoors,
  lockfileHosts,
  machinePaths,
  migrations,
  sqlOutsideStore,
  untranslated,
  slowRegularExpressions,
  schemas,
  catalogues,
  wordsLoaded,
]

/** Everything about the shape of the tree at `root` that no other tool of the house looks at; empty when it is sound. */
export async function shape(root: string): Promise<Finding[]> {
  const tree = readTree(root)
  const found = await Promise.all(CHECKS.map((check) => check(tree)))
  return found.flat()
}
