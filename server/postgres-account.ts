import { chownSync, existsSync, lstatSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Outcome, run } from './postgres-binaries'
import { Stop } from './stop'

/**
 * Under which account PostgreSQL runs. It refuses to be root, so a root process lends it another account:
 * `other` runs it as that user; `mapped` runs it in a user namespace in which root's own account bears another number,
 * for folders that only root may enter.
 */
export type Account = { kind: 'own' } | { kind: 'other' | 'mapped'; uid: number; gid: number }

const isRoot = () => process.getuid?.() === 0

/** Whether an account may pass through every folder above and into `path`, by the permission bits. */
export function mayEnter(path: string, uid: number, gid: number): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    const { mode, uid: owner, gid: group } = statSync(folder)
    const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (folder === dirname(folder)) return true
  }
}

/** The account to lend: the system's own for PostgreSQL, else nobody's. It must be in the list of users, or initdb refuses. */
function lentAccount(): { uid: number; gid: number } {
  const users = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : []
  for (const name of ['postgres', 'nobody']) {
    const fields = users.find((line) => line.startsWith(`${name}:`))?.split(':')
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) }
  }
  throw new Stop(
    'Entente was started as root, and PostgreSQL refuses to run as root; there is no user "postgres" or "nobody" to ' +
      'run it as. Start Entente as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.',
  )
}

/**
 * Chooses the account for the server whose files are (or will be) in `cluster`, below `dataDir`.
 * Files that exist keep their owner.
 */
export async function chooseAccount(dataDir: string, cluster: string, programs: string): Promise<Account> {
  if (!isRoot()) return { kind: 'own' }
  const lent = lentAccount()
  const owner = existsSync(cluster) ? statSync(cluster) : null
  if (owner && owner.uid !== 0) return { kind: 'other', uid: owner.uid, gid: owner.gid }
  if (!owner && mayEnter(dataDir, lent.uid, lent.gid) && mayEnter(programs, lent.uid, lent.gid))
    return { kind: 'other', ...lent }
  const mapped: Account = { kind: 'mapped', ...lent }
  if ((await runAs(mapped, 'true', [], '/')).code === 0) return mapped
  throw new Stop(
    `Entente was started as root, PostgreSQL refuses to run as root, and the account it is run as cannot enter ` +
      `${dataDir} or ${programs}. Start Entente as an ordinary user, or put both where others may pass ` +
      '(chmod o+x on the folders above).',
  )
}

export function runAs(account: Account, program: string, args: string[], cwd: string): Promise<Outcome> {
  if (account.kind === 'own') return run(program, args, { cwd })
  if (account.kind === 'other') return run(program, args, { cwd, uid: account.uid, gid: account.gid })
  const map = ['--user', `--map-user=${account.uid}`, `--map-group=${account.gid}`]
  return run('unshare', [...map, program, ...args], { cwd })
}

/** Makes a folder or file belong to the account. */
export function give(path: string, account: Account) {
  if (account.kind === 'other') chownSync(path, account.uid, account.gid)
}

/** Whether `path` is a real folder that belongs to the account and that nobody else may enter. */
export function isPrivateFolder(path: string, account: Account): boolean {
  const found = lstatSync(path)
  if (process.platform === 'win32') return found.isDirectory()
  const owner = account.kind === 'other' ? account.uid : process.getuid?.()
  return found.isDirectory() && found.uid === owner && (found.mode & 0o077) === 0
}
