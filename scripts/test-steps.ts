import type { Step } from './steps'

type VitestReport = { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number }
type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }

const node = (file: string) => ['node', '--import', 'tsx', file]

const vitest = (title: string, project: string): Step => ({
  title,
  command: ['vitest', 'run', '--project', project],
  report: {
    variable: 'ENTENTE_TEST_REPORT',
    read: (json) => {
      const report = json as VitestReport
      return {
        passed: report.numPassedTests,
        failed: report.numFailedTests,
        skipped: report.numPendingTests + report.numTodoTests,
      }
    },
  },
})

/** What needs no database, no build and no browser. */
export const quickSteps: readonly Step[] = [
  { title: 'generated code', command: node('scripts/generate.ts') },
  { title: 'format', command: ['biome', 'check', '--linter-enabled=false', '.'] },
  { title: 'lint', command: ['biome', 'lint', '--error-on-warnings', '.'] },
  { title: 'types', command: ['tsc', '--noEmit'] },
  { title: 'house', command: node('scripts/house.ts') },
  vitest('unit and property tests', 'unit'),
]

/** What needs the real PostgreSQL, the production build and a browser. */
export const slowSteps: readonly Step[] = [
  vitest('database tests', 'db'),
  {
    title: 'browser journeys',
    command: ['playwright', 'test'],
    report: {
      variable: 'PLAYWRIGHT_JSON_OUTPUT_FILE',
      read: (json) => {
        const { stats } = json as PlaywrightReport
        return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }
      },
    },
  },
]
