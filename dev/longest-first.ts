import { BaseSequencer, type TestSpecification } from 'vitest/node'

const LONG = [
  'test/journeys/every-page-is-sound',
  'src/app/demo.whole',
  'test/start/start.test',
  'bench/families',
  'test/trust/who-sees-what',
  'test/trust/robust-api',
  'test/journeys/the-server-is-killed',
  'test/journeys/two-languages-are-linked',
  'src/platform/postgres/start-postgres',
  'faults/kill-9',
  'test/journeys/a-host-rehearses-with-a-thousand',
  'src/rehearsals/rehearsals.alone',
  'src/folds/folds-live.alone',
  'src/catch-up/catch-up.alone',
  'src/platform/live/live.test',
  'test/trust/one-effect',
  'test/browser.test', // unpacks Chromium in a fresh clone, at the end of what is pure and short
]

/** The order of test files. Begun last, a file of minutes runs on alone while the other worker has nothing left: in a fresh
 *  clone nothing is known of how long each takes, so the longest are named here, longest first. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification): number => {
      const place = LONG.findIndex((name) => moduleId.includes(name))
      return place < 0 ? LONG.length : place
    }
    return (await super.sort(files)).sort((a, b) => placeOf(a) - placeOf(b))
  }
}
