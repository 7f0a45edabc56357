import { expect, test } from 'vitest'
import { exitCodeOf, inWords, runStep, type Tally } from './steps'

const reading = (code: string) =>
  runStep({
    title: 'a step',
    command: [process.execPath, '-e', code],
    report: { variable: 'REPORT', read: (json) => json as Tally },
  })
const report = (tally: Tally) => `require('fs').writeFileSync(process.env.REPORT, '${JSON.stringify(tally)}')`

test('a step without a report is one test', async () => {
  expect(await runStep({ title: '', command: [process.execPath, '-e', ''] })).toMatchObject({ passed: 1, failed: 0 })
  expect(await runStep({ title: '', command: [process.execPath, '-e', 'process.exit(3)'] })).toMatchObject({
    failed: 1,
  })
  expect(await runStep({ title: '', command: ['./no-such-command'] })).toMatchObject({ passed: 0, failed: 1 })
})

test('a report says how many tests there were', async () => {
  const tally = { passed: 5, failed: 2, skipped: 1 }
  expect(await reading(`${report(tally)}; process.exit(1)`)).toEqual(tally)
})

test('a run that fails with no failed test counts as a failure', async () => {
  const tally = { passed: 5, failed: 0, skipped: 0 }
  expect(await reading(report(tally))).toEqual(tally)
  expect(await reading(`${report(tally)}; process.exit(1)`)).toEqual({ ...tally, failed: 1 })
})

test('a run in which no test ran, or which wrote no report, counts as a failure', async () => {
  expect(await reading(report({ passed: 0, failed: 0, skipped: 3 }))).toMatchObject({ failed: 1 })
  expect(await reading('')).toMatchObject({ failed: 1 })
})

test('the last line names skipped tests only when there are some', () => {
  expect(inWords({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed')
  expect(inWords({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped')
})

test('no test at all is a failure', () => {
  expect(exitCodeOf({ passed: 0, failed: 0, skipped: 4 })).toBe(1)
  expect(exitCodeOf({ passed: 1, failed: 0, skipped: 0 })).toBe(0)
})
