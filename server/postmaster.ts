import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** What a running server wrote about itself in `postmaster.pid`. */
export type Postmaster = { pid: number; port: number; socketDir: string }

/** Reads `postmaster.pid`: pid, data folder, start, port, socket folder, listen address, shared memory, state. */
export function readPostmaster(cluster: string): Postmaster | null {
  const path = join(cluster, 'postmaster.pid')
  if (!existsSync(path)) return null
  const lines = readFileSync(path, 'utf8').split('\n')
  const pid = Number(lines[0])
  return Number.isInteger(pid) && pid > 0 ? { pid, port: Number(lines[3]) || 0, socketDir: lines[4] ?? '' } : null
}

/**
 * The processes that work in `cluster`, or null where the system does not tell. Every PostgreSQL process has the data
 * folder as its working folder. `pg_ctl status` is not asked, because it only looks whether some process has the
 * number: it takes a zombie (in a container without an init) or a stranger that got the number for the server.
 */
export function processesIn(cluster: string): number[] | null {
  if (process.platform !== 'linux') return null
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === cluster
      } catch {
        return false // gone, a zombie, or somebody else's
      }
    })
}

/** Removes a lock file of PostgreSQL (its first line is a process number) unless that process works in `cluster`. */
export function removeDeadLock(path: string, cluster: string) {
  const holder = () => (existsSync(path) ? Number.parseInt(readFileSync(path, 'utf8'), 10) : null)
  const found = holder()
  if (found === null || processesIn(cluster)?.includes(found) !== false) return
  // Read again: another process may have started the server in the meantime.
  if (holder() === found) rmSync(path, { force: true })
}
