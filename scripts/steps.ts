import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Tally = { passed: number; failed: number; skipped: number }
export type Step = {
  title: string
  /** The command, run in the repository's root with Node's packages on its path. */
  command: readonly string[]
  /** Where the command writes its counts, given as the environment variable it reads the file's name from. */
  report?: { variable: string; read: (json: unknown) => Tally }
}

/**
 * Runs the steps one after another, all of them whatever fails, says what each took, and ends with the one line
 * `N passed, N failed`. A step without a report counts as one test.
 */
export async function runSteps(steps: readonly Step[]): Promise<Tally> {
  const total: Tally = { passed: 0, failed: 0, skipped: 0 }
  const lines: string[] = []
  for (const step of steps) {
    console.log(`\n── ${step.title} ──`)
    const started = Date.now()
    const tally = await runStep(step)
    for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += tally[key]
    lines.push(
      `${step.title.padEnd(28)} ${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s   ${inWords(tally)}`,
    )
    console.log(lines.at(-1))
  }
  console.log(`\n${lines.join('\n')}\n\n${inWords(total)}`)
  return total
}

/** That nothing ran is a failure too. */
export const exitCodeOf = ({ passed, failed }: Tally) => (failed === 0 && passed > 0 ? 0 : 1)

/** `12 passed, 0 failed`, and how many were skipped when some were. */
export function inWords({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`
}

export async function runStep({ command, report }: Step): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-report-'))
  const file = join(folder, 'report.json')
  const code = await exitOf(command, report ? { [report.variable]: file } : {})
  try {
    if (!report) return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
    const counted = existsSync(file)
      ? report.read(JSON.parse(readFileSync(file, 'utf8')))
      : { passed: 0, failed: 0, skipped: 0 }
    // A run can fail without a failed test: a file that does not load, an error after the last test, no test at all.
    const unexplained = counted.failed === 0 && (code !== 0 || counted.passed === 0)
    return unexplained ? { ...counted, failed: 1 } : counted
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function exitOf(command: readonly string[], environment: Record<string, string>): Promise<number> {
  const bin = join(process.cwd(), 'node_modules', '.bin')
  const separator = process.platform === 'win32' ? ';' : ':'
  return new Promise((done) => {
    const child = spawn(command[0]!, command.slice(1), {
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
      env: { ...process.env, ...environment, PATH: `${bin}${separator}${process.env.PATH}` },
    })
    child.on('error', (error) => {
      console.error(error.message)
      done(1)
    })
    child.on('exit', (code) => done(code ?? 1))
  })
}
