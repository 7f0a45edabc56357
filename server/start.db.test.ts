import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EmbeddedPostgres } from './embedded-postgres'
import { processesIn } from './postmaster'

let dataDir: string
const buildDir = '.next-start-test'

beforeAll(() => {
  dataDir = realpathSync(mkdtempSync(join(tmpdir(), 'entente-start-')))
})

afterAll(() => {
  rmSync(dataDir, { recursive: true, force: true })
  rmSync(buildDir, { recursive: true, force: true })
})

/** `npm start` without npm; SIGTERM as soon as it has printed `until`. */
async function start(settings: Record<string, string>, until?: string) {
  const env: NodeJS.ProcessEnv = { PATH: process.env.PATH, NODE_ENV: 'production', PORT: '0', ...settings }
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/start.ts'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  let sent = false
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      printed += chunk
      if (until && !sent && printed.includes(until)) sent = child.kill('SIGTERM')
    })
  const [code] = await once(child, 'exit')
  return { code, lines: printed.trim().split('\n') }
}

/** Whether a process was started to build into this file's folder. */
function isBuilder(pid: number) {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`ENTENTE_BUILD_DIR=${buildDir}`)
  } catch {
    return false // ended in the meantime
  }
}

describe('npm start', () => {
  test('names every setting that cannot be used and ends with 1', async () => {
    const { code, lines } = await start({ PORT: 'three', ENTENTE_READ: 'all' })
    expect(code).toBe(1)
    expect(lines).toEqual([
      'Some settings cannot be used:',
      expect.stringContaining('PORT is "three"'),
      expect.stringContaining('ENTENTE_READ is "all"'),
    ])
  })

  test('says in one line, without the password, that a database of DATABASE_URL is not there', async () => {
    const { code, lines } = await start({
      DATABASE_URL: 'postgresql://entente:hunter2@localhost:1/entente',
      ENTENTE_SECRET: 'x'.repeat(32),
    })
    expect(code).toBe(1)
    expect(lines.slice(1)).toEqual([
      'DATABASE_URL: the database at localhost:1/entente cannot be used: nobody answers there (connection refused).',
    ])
  })

  test('a wrong password or database is told from an absent one', async () => {
    const url = new URL(process.env.DATABASE_URL!)
    url.pathname = '/no_such_database'
    const { code, lines } = await start({ DATABASE_URL: url.href, ENTENTE_SECRET: 'x'.repeat(32) })
    expect(code).toBe(1)
    expect(lines.at(-1)).toMatch(/no_such_database cannot be used: there is no database of that name\.$/)
  })

  test('a data folder in use and a port in use each get a sentence, and nothing is left running', async () => {
    const other = await EmbeddedPostgres.own(dataDir)
    const refused = await start({ ENTENTE_DATA_DIR: dataDir })
    await other.stop()
    expect(refused.code).toBe(1)
    expect(refused.lines.at(-1)).toMatch(`is in use by another Entente (process ${process.pid})`)

    const listener = createServer().listen(0)
    await once(listener, 'listening')
    const { port } = listener.address() as { port: number }
    const clash = await start({ ENTENTE_DATA_DIR: dataDir, PORT: String(port) })
    listener.close()
    expect(clash.code).toBe(1)
    expect(clash.lines.at(-1)).toMatch(`Another program listens on port ${port} already.`)
    expect(processesIn(join(dataDir, 'postgres')) ?? []).toEqual([])
  })

  test('SIGTERM while it builds ends builder and database, with 0', async () => {
    const { code } = await start(
      { ENTENTE_DATA_DIR: dataDir, ENTENTE_BUILD_DIR: buildDir },
      'making the production build',
    )
    expect(code).toBe(0)
    expect(processesIn(process.cwd())?.filter(isBuilder) ?? []).toEqual([])
    expect(processesIn(join(dataDir, 'postgres')) ?? []).toEqual([])
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false)
    const secret = statSync(join(dataDir, 'secret'))
    expect(secret.mode & 0o777).toBe(0o600)
  })
})
