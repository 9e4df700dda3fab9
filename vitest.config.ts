import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const always = {
  // A busy machine is slow, not wrong. Nothing waits for these while it passes.
  testTimeout: 120_000,
  hookTimeout: 120_000,
  // vitest leaves one core alone, which of two is half. More than there are keeps requests waiting past their time.
  maxWorkers: availableParallelism(),
}

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...always,
          name: 'packages',
          // Rules and shapes: nothing here remembers anything.
          isolate: false,
          include: [
            'packages/{contract,client,households}/**/*.test.ts',
            'e2e/**/*.test.ts',
            'bench/**/*.test.ts',
          ],
        },
      },
      {
        // One PostgreSQL for the whole run; each test file has a database of its own on it.
        test: {
          ...always,
          name: 'server',
          include: ['{apps/api,prisma,packages/tooling}/**/*.test.ts'],
          globalSetup: ['prisma/testing/server.ts'],
        },
      },
      {
        extends: './apps/web/vite.config.ts',
        root: './apps/web',
        test: { ...always, name: 'web', include: ['**/*.test.{ts,tsx}'] },
      },
    ],
  },
})
