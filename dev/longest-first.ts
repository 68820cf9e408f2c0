import { BaseSequencer, type TestSpecification } from 'vitest/node'

const LONG = [
  'src/app/demo.whole',
  'test/journeys/every-page-is-sound',
  'test/start/start.test',
  'test/trust/robust-api',
  'test/trust/who-sees-what',
  'src/platform/postgres/start-postgres',
  'faults/kill-9',
  'test/journeys/two-languages-are-linked',
  'dev/check/walls',
  'test/journeys/a-report-is-reviewed',
  'test/journeys/the-server-is-killed',
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
