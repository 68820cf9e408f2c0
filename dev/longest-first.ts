import { BaseSequencer, type TestSpecification } from 'vitest/node'

const LONG = [
  'src/app/demo.whole',
  'test/journeys/every-page-is-sound',
  'test/start/start.test',
  'test/journeys/a-host-rehearses-with-a-thousand',
  'test/trust/robust-api',
  'test/trust/who-sees-what',
  'src/opinions/opinions.api',
  'src/platform/postgres/start-postgres',
  'faults/kill-9',
  'test/journeys/a-report-is-reviewed',
  'src/themes/small-voice',
  'test/journeys/a-sponsor-decides',
  'test/journeys/hosts-shape-themes',
  'test/journeys/two-languages-are-linked',
  'test/journeys/ideas-are-rated',
  'test/journeys/people-sign-in',
  'dev/check/walls',
  'test/start/bootstrap',
  'test/journeys/a-member-catches-up',
  'test/journeys/the-server-is-killed',
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
