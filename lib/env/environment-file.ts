import { existsSync } from 'node:fs'
import { loadEnvFile } from 'node:process'

/** Adds what a `.env` file in the working folder says; what the environment already holds wins. */
export function loadEnvironmentFile(path = '.env') {
  if (existsSync(path)) loadEnvFile(path)
}
