import type { Plugin } from 'vite'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
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

const EVERYWHERE = ['{src,test,bench,demo,faults,dev}/**/*.test.{ts,tsx}', 'test/journeys/**/*.spec.ts']
const NEVER = '**/node_modules/**'

const shared: TestProjectInlineConfiguration['test'] = {
  environment: 'node',
  pool: 'forks',
  // What tests make and drop is collected less often, and without threads that have no core to themselves.
  execArgv: ['--max-semi-space-size=64', '--no-parallel-scavenge'],
  // The files of a worker share the modules they load: loading the server takes longer than most of its tests.
  isolate: false,
  testTimeout: 20_000,
  hookTimeout: 60_000,
  allowOnly: process.env.CI !== 'true',
}

/** Packages are loaded as the product loads them: some bring checks of their own for who develops with them. */
const asTheProduct: Plugin = {
  name: 'as-the-product',
  configResolved({ ssr }) {
    const { conditions = [] } = ssr.resolve ?? {}
    ssr.resolve = { ...ssr.resolve, conditions: conditions.filter((one) => one !== 'development|production') }
  },
}

// Three workers keep two cores busy, since each waits for browsers, databases and processes. They do one project after the
// other, so that a worker keeps what it has loaded.
export default defineConfig({
  test: {
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      { plugins: [asTheProduct], test: { ...shared, name: 'pure', include: PURE, exclude: [NEVER] } },
      {
        plugins: [asTheProduct],
        test: {
          ...shared,
          name: 'real',
          include: EVERYWHERE,
          exclude: [...PURE, NEVER],
          sequence: { groupOrder: 1 },
          // Starts one PostgreSQL for all of them.
          globalSetup: ['test/global-setup.ts'],
          // Whole products run beside each other: a machine that stalls can fail a test, which is then tried once more.
          retry: process.env.CI === 'true' ? 1 : 0,
          expect: { poll: { timeout: 10_000 } },
        },
      },
    ],
  },
})
