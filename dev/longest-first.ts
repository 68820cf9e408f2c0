import { BaseSequencer, type TestSpecification } from 'vitest/node'

const LONG = [
  'test/journeys/every-page-is-sound',
  // Those that mostly wait, beside the one that never does.
  'src/platform/postgres/start-postgres',
  'src/rehearsals/rehearsals.whole',
  'src/folds/folds-live.whole',
  'faults/kill-9',
  'src/app/demo.whole',
  'test/start/start.test',
  'bench/families',
  'test/trust/who-sees-what',
  'test/trust/robust-api',
  'test/journeys/the-server-is-killed',
  'test/journeys/two-languages-are-linked',
  'test/journeys/a-host-rehearses-with-a-thousand',
  'src/platform/live/live.test',
  'test/trust/one-effect',
  'test/browser.test', // unpacks Chromium in a fresh clone, at the end of what is pure and short
]

/** Tests in which time itself is what is looked at (live within a second): beside one of their kind at most, which mostly
 *  waits. */
const LAST = ['src/platform/live/', '.alone.']

/** The order of test files. Begun last, a file of minutes runs on alone while the other worker has nothing left: in a fresh
 *  clone nothing is known of how long each takes, so the longest are named here, longest first. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification): number => {
      if (LAST.some((name) => moduleId.includes(name))) return LONG.length + 1
      const place = LONG.findIndex((name) => moduleId.includes(name))
      return place < 0 ? LONG.length : place
    }
    return (await super.sort(files)).sort((a, b) => placeOf(a) - placeOf(b))
  }
}
