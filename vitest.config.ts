import { defineConfig } from 'vitest/config'

/** Tests that need no database: they start at once. */
const PURE = [
  'src/{kernel,analysis,web-kit}/**/*.test.{ts,tsx}',
  'src/*/{rules,web}/**/*.test.{ts,tsx}',
  'src/platform/markdown*.test.ts',
  'src/app/build-web.test.ts',
  'src/app/analyse/**/*.test.ts',
  'test/browser.test.ts',
  'dev/**/*.test.ts',
]

/** Tests in which time matters (live within a second, kills and restarts, journeys of several people): after all others,
 *  one file at a time, so that the two cores are theirs. */
const ALONE = [
  'test/{journeys,start}/**/*.{test,spec}.ts',
  'src/platform/{live,postgres}/**/*.test.ts',
  '**/*.alone.test.ts',
]

const EVERYWHERE_ELSE = [
  'src/**/*.test.{ts,tsx}',
  'test/**/*.{test,spec}.ts',
  'bench/**/*.test.ts',
  'demo/**/*.test.ts',
]
const NEVER = '**/node_modules/**'

const shared = {
  environment: 'node',
  pool: 'forks',
  testTimeout: 20_000,
  hookTimeout: 60_000,
  allowOnly: process.env.CI !== 'true',
} as const

// Two cores: two workers. For `real` and `alone`, test/global-setup.ts starts one PostgreSQL for the whole run.
const globalSetup = ['test/global-setup.ts']

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { ...shared, name: 'pure', include: PURE, exclude: [NEVER] } },
      { test: { ...shared, name: 'real', include: EVERYWHERE_ELSE, exclude: [...PURE, ...ALONE, NEVER], globalSetup } },
      {
        test: {
          ...shared,
          name: 'alone',
          include: ALONE,
          exclude: [NEVER],
          globalSetup,
          maxWorkers: 1,
          // Where time matters a machine that stalls can fail a test: there it is tried once more, here it is not.
          retry: process.env.CI === 'true' ? 1 : 0,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
