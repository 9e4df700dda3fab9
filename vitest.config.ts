import { defineConfig } from 'vitest/config'

// A busy machine is slow, not wrong. Nothing waits for these while it passes.
const patience = { testTimeout: 120_000, hookTimeout: 120_000 }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...patience,
          name: 'packages',
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
          ...patience,
          name: 'server',
          include: ['{apps/api,prisma,packages/tooling}/**/*.test.ts'],
          globalSetup: ['prisma/testing/server.ts'],
        },
      },
      {
        extends: './apps/web/vite.config.ts',
        root: './apps/web',
        test: { ...patience, name: 'web', include: ['**/*.test.{ts,tsx}'] },
      },
    ],
  },
})
