import { fileURLToPath } from 'node:url'
import { configDefaults, defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))
const report = process.env.ENTENTE_TEST_REPORT
const shared = {
  root,
  resolve: { alias: { '@/': root } },
}
const elsewhere = [...configDefaults.exclude, '.next*/**', '.data*/**', 'e2e/**', 'prisma/generated/**']

/** Two kinds of test, told apart by name: `*.db.test.ts` talks to a real PostgreSQL, every other `*.test.ts` to nothing. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    // scripts/test.ts adds up the counts of all kinds of tests.
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...elsewhere, '**/*.db.test.ts'],
          environment: 'node',
          // Property tests take their time on a busy machine.
          testTimeout: 20_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'db',
          include: ['**/*.db.test.ts'],
          exclude: elsewhere,
          environment: 'node',
          globalSetup: ['scripts/tests/database-server.ts'],
          setupFiles: ['scripts/tests/own-database.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
