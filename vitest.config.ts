import { defineConfig } from 'vitest/config'
import { LongestFirst } from './dev/longest-first.ts'

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

/** The product as a whole, through a browser or as processes that start, are killed and come back: they wait for what
 *  they see, so that two may run at a time. */
const WHOLE = [
  'test/{journeys,start}/**/*.{test,spec}.ts',
  'src/platform/postgres/**/*.test.ts',
  'faults/**/*.test.ts',
  '**/*.whole.test.ts',
  'src/platform/live/**/*.test.ts', // time itself is what these two look at: dev/longest-first.ts puts them last
  '**/*.alone.test.ts',
  'dev/check/walls.test.ts', // runs every check in turn: beside files as long as itself
]

const EVERYWHERE_ELSE = ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts', 'bench/**/*.test.ts', 'demo/**/*.test.ts']
const NEVER = '**/node_modules/**'

const shared = {
  environment: 'node',
  pool: 'forks',
  // The files of a worker share the modules they load: loading the server takes longer than most of its tests.
  isolate: false,
  testTimeout: 20_000,
  hookTimeout: 60_000,
  allowOnly: process.env.CI !== 'true',
} as const

// Two cores: two workers. test/global-setup.ts starts one PostgreSQL for the whole run, shared by all but `pure`.
const globalSetup = ['test/global-setup.ts']
/** Where time matters a machine that stalls can fail a test: there it is tried once more, here it is not. */
const retry = process.env.CI === 'true' ? 1 : 0

// Each project follows the one before it, so that a worker keeps to one project and what it has loaded.
const after = (groupOrder: number) => ({ sequence: { groupOrder } })

export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      { test: { ...shared, name: 'pure', include: PURE, exclude: [...WHOLE, NEVER] } },
      {
        test: {
          ...shared,
          ...after(1),
          name: 'real',
          include: EVERYWHERE_ELSE,
          exclude: [...PURE, ...WHOLE, NEVER],
          globalSetup,
        },
      },
      {
        test: {
          ...shared,
          ...after(2),
          name: 'whole',
          include: WHOLE,
          exclude: [NEVER],
          globalSetup,
          retry,
          expect: { poll: { timeout: 10_000 } },
        },
      },
    ],
  },
})
