import { loadEnvironmentFile } from '@/lib/env/environment-file'
import { readSettings, type Settings } from '@/lib/env/settings'
import { Stop } from './stop'

/**
 * The settings of this process (environment and `.env`).
 * @param needs whether it will sign sessions (see `readSettings`).
 * @throws Stop with one line per fault.
 */
export function checkedSettings(needs?: { signing: boolean }): Settings {
  loadEnvironmentFile()
  const read = readSettings(process.env, needs)
  if (!read.ok) throw new Stop(['Some settings cannot be used:', ...read.faults.map((line) => `  ${line}`)].join('\n'))
  return read.settings
}

/** Prints why a command ends: a sentence where there is one, else the error with its stack. */
function complain(error: unknown) {
  console.error(error instanceof Stop ? error.message : error)
  process.exitCode = 1
}

/** Runs a command to its end. The end is said, because the migration engine leaves a timer of ten seconds behind. */
export function runCommand(command: () => Promise<void>) {
  Promise.resolve()
    .then(command)
    .catch(complain)
    .finally(() => process.exit())
}
