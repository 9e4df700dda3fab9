import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          include: ['{apps/api,packages,prisma,bench}/**/*.test.ts'],
          environment: 'node',
        },
      },
    ],
  },
})
