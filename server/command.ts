import { loadEnvironmentFile } from '@/lib/env/environment-file'
import { readSettings, type Settings } from '@/lib/env/settings'
import { Stop } from './stop'

/** The settings of this process (environment and `.env`). @throws Stop with one line per fault. */
export function checkedSettings(): Settings {
  loadEnvironmentFile()
  const read = readSettings(process.env)
  if (!read.ok) throw new Stop(['Some settings cannot be used:', ...read.faults.map((line) => `  ${line}`)].join('\n'))
  return read.settings
}

/** Prints why a command ends: a sentence where there is one, else the error with its stack. */
export function complain(error: unknown) {
  console.error(error instanceof Stop ? error.message : error)
  process.exitCode = 1
}
