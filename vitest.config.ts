import { defineConfig } from 'vitest/config'

// Two cores: two workers. Real PostgreSQL is started once for a run, by test/global-setup.ts.
export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'dev/**/*.test.ts', 'test/**/*.{test,spec}.ts', 'bench/**/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    globalSetup: ['test/global-setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    allowOnly: process.env.CI !== 'true',
  },
})
