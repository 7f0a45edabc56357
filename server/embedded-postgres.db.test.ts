import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { EmbeddedPostgres } from './embedded-postgres'
import { processesIn, readPostmaster } from './postmaster'

/** A process that owns the server of a data folder until SIGTERM; prints a line when it does. */
const program = `
  import { EmbeddedPostgres } from './server/embedded-postgres.ts'
  const server = await EmbeddedPostgres.own(process.argv[1], (line) => console.log('said ' + line))
  process.on('SIGTERM', () => server.stop().then(() => process.exit(0)))
  console.log('owns ' + server.url)`

let dataDir: string
let cluster: string
const children: ChildProcess[] = []

beforeAll(() => {
  dataDir = realpathSync(mkdtempSync(join(tmpdir(), 'entente-embedded-')))
  // Root lends PostgreSQL another account, which has to pass through.
  chmodSync(dataDir, 0o755)
  cluster = join(dataDir, 'postgres')
})

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  const left = await EmbeddedPostgres.own(dataDir)
  await left.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

async function own() {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const lines: string[] = []
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout!).on('line', (line) => {
      lines.push(line)
      if (line.startsWith('owns ')) resolve(line.slice(5))
    })
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${lines.join('\n')}`)))
  })
  return { child, url, lines }
}

async function kill(child: ChildProcess, signal: NodeJS.Signals) {
  const exited = once(child, 'exit')
  child.kill(signal)
  await exited
}

async function ask<T>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** Inserts one row after the other until the server dies; answers with the number of rows that were acknowledged. */
async function writeUntilDeath(url: string, from: number, enough: () => void): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  let acknowledged = 0
  try {
    for (let n = from; ; n++) {
      await client.query('insert into written values ($1)', [n])
      acknowledged++
      if (acknowledged === 50) enough()
    }
  } catch {
    return acknowledged
  }
}

describe('the embedded PostgreSQL', () => {
  test('speaks UTF-8 whatever the locale of the machine is, and listens on no port', async () => {
    const { child, url } = await own()
    const [settings] = await ask<Record<string, string>>(
      url,
      `select current_setting('server_encoding') as encoding, current_setting('listen_addresses') as addresses,
              current_setting('fsync') as fsync, current_setting('data_checksums') as checksums`,
    )
    expect(settings).toEqual({ encoding: 'UTF8', addresses: '', fsync: 'on', checksums: 'on' })
    await kill(child, 'SIGTERM')
    expect(child.exitCode).toBe(0)
    expect(processesIn(cluster) ?? []).toEqual([])
    expect(existsSync(join(cluster, 'postmaster.pid'))).toBe(false)
  })

  test('a second process on the same folder is refused with who uses it, and disturbs nothing', async () => {
    const { child, url } = await own()
    await expect(EmbeddedPostgres.own(dataDir)).rejects.toThrow(
      `The data folder ${dataDir} is in use by another Entente (process ${child.pid}).`,
    )
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(await EmbeddedPostgres.running(dataDir)).toBe(url)
    await kill(child, 'SIGTERM')
    expect(await EmbeddedPostgres.running(dataDir)).toBeNull()
  })

  test('kill -9 of its owner: the next one adopts it', async () => {
    const first = await own()
    const postmaster = readPostmaster(cluster)
    await kill(first.child, 'SIGKILL')
    const second = await own()
    expect(readPostmaster(cluster)).toEqual(postmaster)
    await kill(second.child, 'SIGTERM')
  })

  test('kill -9 of owner and server while writers write: every acknowledged row is there', async () => {
    const first = await own()
    await ask(first.url, 'create table written (n int primary key)')
    let stopWriting = () => {}
    const enough = new Promise<void>((resolve) => {
      stopWriting = resolve
    })
    const writers = [0, 1, 2, 3].map((w) => writeUntilDeath(first.url, w * 1_000_000, stopWriting))
    await enough
    process.kill(readPostmaster(cluster)!.pid, 'SIGKILL')
    await kill(first.child, 'SIGKILL')
    const acknowledged = await Promise.all(writers)
    const second = await own()
    const rows = await ask<{ writer: number; count: number }>(
      second.url,
      'select n / 1000000 as writer, count(*)::int as count from written group by 1 order by 1',
    )
    acknowledged.forEach((count, writer) => {
      const found = rows.find((row) => row.writer === writer)?.count ?? 0
      expect(found).toBeGreaterThanOrEqual(count)
    })
    await kill(second.child, 'SIGTERM')
  })

  test('when the server dies under a living owner it is started again, with the same address and owner', async () => {
    const { child, url, lines } = await own()
    process.kill(readPostmaster(cluster)!.pid, 'SIGKILL')
    await vi.waitFor(() => expect(lines).toContain('said PostgreSQL is back.'), { timeout: 15_000 })
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
    await expect(EmbeddedPostgres.own(dataDir)).rejects.toThrow('is in use by another Entente')
    await kill(child, 'SIGTERM')
    expect(processesIn(cluster) ?? []).toEqual([])
  })

  test('two starts at the same moment on a new folder: one owns it, one is refused', async () => {
    const fresh = join(dataDir, 'fresh')
    const both = await Promise.allSettled([EmbeddedPostgres.own(fresh), EmbeddedPostgres.own(fresh)])
    const owners = both.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
    expect(owners).toHaveLength(1)
    expect(both.find((result) => result.status === 'rejected')?.reason.message).toMatch(/is in use by another Entente/)
    await owners[0]!.stop()
    expect(readdirSync(fresh)).toEqual(['postgres'])
  })
})
