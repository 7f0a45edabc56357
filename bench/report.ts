import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import type { Row } from './measure'

/** The rows as a table: what, what is to be reached, what was measured, whether it was, and what was busy if it was not. */
export function toTable(rows: readonly Row[]): string {
  const cells = rows.map((row) => [row.what, row.reach, row.measured, verdict(row)])
  const head = ['what', 'reach', 'measured', '']
  const widths = head.map((_, i) =>
    Math.max(...[head, ...cells].slice(0, cells.length + 1).map((line) => line[i]!.length)),
  )
  const line = (texts: string[]) =>
    texts
      .map((text, i) => (i < 3 ? text.padEnd(widths[i]!) : text))
      .join('  ')
      .trimEnd()
  return [
    line(head),
    widths
      .slice(0, 3)
      .map((n) => '-'.repeat(n))
      .join('  '),
    ...cells.map(line),
  ].join('\n')
}

function verdict({ reached, limit }: Row): string {
  if (reached === null) return ''
  if (reached) return 'reached'
  return limit ? `NOT REACHED (busy: ${limit})` : 'NOT REACHED'
}

export type Report = {
  at: string
  commit: string
  node: string
  machine: string
  options: Record<string, unknown>
  rows: Row[]
}

/** Writes the report as JSON and answers with its path. */
export function writeReport(rows: Row[], options: Record<string, unknown>): string {
  const at = new Date().toISOString()
  const report: Report = {
    at,
    commit:
      git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', '--untracked-files=no') && ' with changes'),
    node: process.version,
    machine: `${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
    options,
    rows,
  }
  mkdirSync('bench/results', { recursive: true })
  const path = join('bench/results', `${at.replace(/[:.]/g, '-')}.json`)
  writeFileSync(path, `${JSON.stringify(report, null, 2)}\n`)
  return path
}

function git(...args: string[]): string {
  try {
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return ''
  }
}
