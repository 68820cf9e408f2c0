import { defineConfig } from 'vitest/config'

/** Tests that need no database: they start at once. */
const PURE = [
  'src/{kernel,analysis,web-kit}/**/*.test.{ts,tsx}',
  'src/*/{rules,web}/**/*.test.{ts,tsx}',
  'src/platform/markdown.test.ts',
  'src/app/build-web.test.ts',
  'test/browser.test.ts',
  'dev/**/*.test.ts',
]

const shared = {
  environment: 'node',
  pool: 'forks',
  testTimeout: 20_000,
  hookTimeout: 60_000,
  allowOnly: process.env.CI !== 'true',
} as const

// Two cores: two workers. For the tests of `real`, one PostgreSQL is started for the whole run, by test/global-setup.ts.
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { ...shared, name: 'pure', include: PURE } },
      {
        test: {
          ...shared,
          name: 'real',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.{test,spec}.ts', 'bench/**/*.test.ts'],
          exclude: [...PURE, '**/node_modules/**'],
          globalSetup: ['test/global-setup.ts'],
        },
      },
    ],
  },
})
