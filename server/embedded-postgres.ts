import { createHash, randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { type Account, chooseAccount, give, isPrivateFolder, mayEnter, runAs } from './postgres-account'
import { type Binaries, postgresBinaries } from './postgres-binaries'
import { processesIn, readPostmaster, removeDeadLock } from './postmaster'
import { Stop } from './stop'

const user = 'entente'
const database = 'entente'
const onWindows = process.platform === 'win32'
/** Held by the one process that owns the server, in the database `postgres`. */
const ownerLock = 0x456e74656e7465n

/**
 * A PostgreSQL server of our own in `<dataDir>/postgres`.
 *
 * It is a daemon that outlives a killed node; the next start adopts it. Who owns it is decided by an advisory lock on
 * a connection held for life: PostgreSQL frees it the moment that process dies, so no pid is ever guessed. The same
 * connection tells when the server dies while we live; then it is started again.
 */
export class EmbeddedPostgres {
  #owner: pg.Client | undefined
  #stopping = false

  private constructor(
    readonly dataDir: string,
    private readonly cluster: string,
    private readonly binaries: Binaries,
    private readonly account: Account,
    private readonly say: (line: string) => void,
  ) {}

  /**
   * Starts or adopts the server of a data folder and becomes its owner.
   * @param say hears one line whenever the server was lost, is back, or is lost for good.
   * @throws Stop when another process owns it, or it cannot be started.
   */
  static async own(dataDir: string, say: (line: string) => void = () => {}): Promise<EmbeddedPostgres> {
    const server = await EmbeddedPostgres.#at(dataDir, say)
    await server.#takeOver()
    await server.#createDatabase()
    server.#tidy()
    return server
  }

  /** The address of a server that runs in this data folder already, whoever owns it; null when none runs. */
  static async running(dataDir: string): Promise<string | null> {
    if (!existsSync(join(dataDir, 'postgres', 'postmaster.pid'))) return null
    const server = await EmbeddedPostgres.#at(dataDir, () => {})
    return (await server.#isRunning()) ? server.url : null
  }

  static async #at(dataDir: string, say: (line: string) => void) {
    const binaries = postgresBinaries()
    // 0755: when root lends another account, that account has to pass through.
    mkdirSync(dataDir, { recursive: true, mode: 0o755 })
    const folder = realpathSync(dataDir)
    const cluster = join(folder, 'postgres')
    const account = await chooseAccount(folder, cluster, binaries.folder)
    return new EmbeddedPostgres(folder, cluster, binaries, account, say)
  }

  /** Connection string of the product's database. */
  get url(): string {
    return this.#address(database)
  }

  /** Ends the server; connections that are still open are closed by it. */
  async stop(): Promise<void> {
    this.#stopping = true
    for (const mode of ['fast', 'immediate']) {
      const { code } = await this.#pgCtl('stop', '-m', mode, '-w', '-t', '20')
      if (code === 0 || !(await this.#isRunning())) break
    }
    await this.#owner?.end().catch(() => {})
    if (!onWindows) rmSync(this.#socketDir(), { recursive: true, force: true })
  }

  #address(name: string): string {
    const running = readPostmaster(this.cluster)
    if (onWindows) {
      const password = readFileSync(join(this.dataDir, 'postgres-password'), 'utf8').trim()
      return `postgresql://${user}:${password}@127.0.0.1:${running?.port ?? 0}/${name}`
    }
    const host = encodeURIComponent(running?.socketDir || this.#socketDir())
    return `postgresql://${user}@localhost:${running?.port || 5432}/${name}?host=${host}&sslmode=disable`
  }

  /** In the system's temporary folder, because the path of a socket has at most about 100 bytes. */
  #socketDir(): string {
    const name = `entente-${createHash('sha256').update(this.cluster).digest('hex').slice(0, 12)}`
    const given = realpathSync(tmpdir())
    const other = this.account.kind === 'other' ? this.account : null
    const usable = given.length < 70 && (!other || mayEnter(given, other.uid, other.gid))
    return join(usable ? given : '/tmp', name)
  }

  /** Makes the server run and takes the owner's lock. */
  async #takeOver() {
    if (!existsSync(join(this.cluster, 'PG_VERSION'))) await this.#initialise()
    const until = Date.now() + 120_000
    for (;;) {
      if (!(await this.#isRunning())) await this.#startServer()
      const owner = new pg.Client({
        connectionString: this.#address('postgres'),
        application_name: `entente owner ${process.pid}`,
        connectionTimeoutMillis: 5000,
        keepAlive: true,
      })
      try {
        await owner.connect()
        await this.#lock(owner)
        this.#owner = owner
        // Only 'end' may start the server again; 'error' precedes it and would otherwise end the process.
        owner.on('error', () => {})
        owner.on('end', () => void this.#restore())
        return
      } catch (error) {
        await owner.end().catch(() => {})
        // Starting up, recovering or shutting down: it will be one or the other in a moment.
        if (error instanceof Stop || this.#stopping || Date.now() > until) throw error
        await wait(100)
      }
    }
  }

  async #lock(owner: pg.Client) {
    // A process that was killed a moment ago is let go of within milliseconds.
    for (const patience of [50, 100, 200, 400, 0]) {
      const { rows } = await owner.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [ownerLock])
      if (rows[0]?.free) return
      await wait(patience)
    }
    const { rows } = await owner.query<{ name: string }>(
      `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
        where l.locktype = 'advisory' and l.granted and (l.classid::bigint << 32 | l.objid::bigint) = $1`,
      [ownerLock],
    )
    const holder = rows[0]?.name.match(/\d+$/)?.[0]
    throw new Stop(
      `The data folder ${this.dataDir} is in use by another Entente${holder ? ` (process ${holder})` : ''}. ` +
        'Only one process may use it: stop the other one, or set ENTENTE_DATA_DIR to another folder.',
    )
  }

  /** Called when the connection that holds the lock ends: the server died, or one of its processes did. */
  async #restore() {
    if (this.#stopping) return
    this.say('PostgreSQL went away; starting it again.')
    for (let pause = 200; !this.#stopping; pause = Math.min(pause * 2, 5000)) {
      try {
        await this.#takeOver()
        this.say('PostgreSQL is back.')
        return
      } catch (error) {
        if (this.#stopping) return
        this.say(error instanceof Error ? error.message : String(error))
        await wait(pause)
      }
    }
  }

  async #isRunning(): Promise<boolean> {
    const alive = processesIn(this.cluster)
    if (alive === null) return (await this.#pgCtl('status')).code === 0
    const postmaster = readPostmaster(this.cluster)
    return postmaster !== null && alive.includes(postmaster.pid)
  }

  async #startServer() {
    await this.#clearStaleLocks()
    this.#keepLogShort()
    const options = ['-c log_min_messages=warning', '-c log_checkpoints=off', '-c timezone=UTC', '-c log_timezone=UTC']
    if (onWindows) options.push('-c listen_addresses=127.0.0.1', `-c port=${await freePort()}`)
    else options.push(`-c listen_addresses='' -c port=5432 -c unix_socket_directories='${this.#makeSocketDir()}'`)
    const log = join(this.cluster, 'server.log')
    const { code, output } = await this.#pgCtl('start', '-w', '-t', '120', '-l', log, '-o', options.join(' '))
    // Another process may have started it at the same moment; the lock decides who owns it.
    if (code === 0 || (await this.#isRunning())) return
    const last = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-3).join(' ') : output
    throw new Stop(`The embedded PostgreSQL in ${this.cluster} did not start: ${last}`)
  }

  /**
   * Removes the lock files of a server that is dead, and only after the last orphan of a killed one has ended: two
   * servers on the same files would destroy them. PostgreSQL does this itself except where the number of the dead
   * process is still taken.
   */
  async #clearStaleLocks() {
    const until = Date.now() + 30_000
    for (;;) {
      const alive = processesIn(this.cluster)
      if (alive === null || (await this.#isRunning())) return
      if (alive.length === 0) break
      if (Date.now() > until)
        throw new Stop(`The PostgreSQL in ${this.cluster} has ended but its processes ${alive.join(', ')} have not.`)
      await wait(50)
    }
    removeDeadLock(join(this.cluster, 'postmaster.pid'), this.cluster)
    removeDeadLock(join(this.#socketDir(), '.s.PGSQL.5432.lock'), this.cluster)
  }

  #makeSocketDir(): string {
    const folder = this.#socketDir()
    if (!existsSync(folder)) {
      mkdirSync(folder, { mode: 0o700 })
      give(folder, this.account)
    }
    if (!isPrivateFolder(folder, this.account))
      throw new Stop(`${folder} belongs to somebody else; PostgreSQL would be open to them. Remove it.`)
    return folder
  }

  /** Makes a new cluster beside its place and moves it there when it is whole, so that a kill leaves no half of one. */
  async #initialise() {
    const fresh = `${this.cluster}.new-${randomBytes(6).toString('hex')}`
    mkdirSync(fresh, { mode: 0o700 })
    give(fresh, this.account)
    const args = ['-D', fresh, '-U', user, '--encoding=UTF8', '--locale=C', '--locale-provider=builtin']
    args.push('--builtin-locale=C.UTF-8')
    if (onWindows) {
      const password = join(this.dataDir, 'postgres-password')
      if (!existsSync(password)) writeFileSync(password, randomBytes(24).toString('hex'), { mode: 0o600 })
      args.push('--auth=scram-sha-256', `--pwfile=${password}`)
    } else args.push('--auth=trust') // the socket's folder lets in nobody else
    const { code, output } = await runAs(this.account, this.binaries.initdb, args, fresh)
    if (code !== 0) {
      rmSync(fresh, { recursive: true, force: true })
      if (existsSync(join(this.cluster, 'PG_VERSION'))) return // another process was faster, and tidied up
      throw new Stop(`The embedded PostgreSQL could not be set up in ${this.cluster}: ${output.split('\n').at(-1)}`)
    }
    try {
      renameSync(fresh, this.cluster)
    } catch (error) {
      // Another process was faster: its cluster is as good as ours.
      rmSync(fresh, { recursive: true, force: true })
      if (!existsSync(join(this.cluster, 'PG_VERSION'))) throw error
    }
  }

  async #createDatabase() {
    const { rows } = await this.#owner!.query('select 1 from pg_database where datname = $1', [database])
    if (rows.length === 0) await this.#owner!.query(`create database ${database}`)
  }

  /** Removes what starts that were killed half-way left behind. Only the owner may. */
  #tidy() {
    for (const name of readdirSync(this.dataDir))
      if (name.startsWith('postgres.new-')) rmSync(join(this.dataDir, name), { recursive: true, force: true })
  }

  #keepLogShort() {
    const log = join(this.cluster, 'server.log')
    if (existsSync(log) && statSync(log).size > 5_000_000) renameSync(log, `${log}.old`)
  }

  #pgCtl(...args: string[]) {
    return runAs(this.account, this.binaries.pgCtl, [...args, '-D', this.cluster], this.cluster)
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
