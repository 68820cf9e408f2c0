import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The longest. Those that mostly wait stand between those that never do, beside which they begin. */
const LONG = [
  'test/journeys/every-page-is-sound',
  'src/platform/postgres/start-postgres',
  'src/rehearsals/rehearsals.whole',
  'faults/kill-9',
  'src/app/demo.whole',
  'test/start/start.test',
  'test/trust/who-sees-what',
  'src/folds/folds-live.whole',
  'test/journeys/the-server-is-killed',
  'test/trust/robust-api',
  'bench/families',
  'test/journeys/two-languages-are-linked',
  'test/journeys/a-host-rehearses-with-a-thousand',
  'test/trust/one-effect',
]
/** They run the product as a whole, for ten seconds and more. */
const WHOLE = ['test/journeys/', 'test/start/', '.whole.', 'dev/check/walls']
/** Time itself is what they look at (live within a second): beside one of their kind at most, which mostly waits. */
const LAST = ['src/platform/live/', '.alone.', 'test/browser.test'] // the last unpacks Chromium in a fresh clone

/** Whoever is in none of these comes after them, and before the last. */
const PLACES = [...LONG.map((name) => [name]), WHOLE]

const placeOf = ({ moduleId }: TestSpecification): number => {
  const isIn = (names: readonly string[]): boolean => names.some((name) => moduleId.includes(name))
  if (isIn(LAST)) return PLACES.length + 1
  const place = PLACES.findIndex(isIn)
  return place < 0 ? PLACES.length : place
}

/** The order of test files. Begun last, a file of minutes runs on alone while the other worker has nothing left: in a fresh
 *  clone nothing is known of how long each takes, so that those that take long are told here. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => placeOf(a) - placeOf(b))
  }
}
