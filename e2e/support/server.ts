import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

export const admin = { email: 'admin@example.test', password: 'correct horse battery staple' }

export type RunningServer = {
  url: string
  dataDir: string
  /** All it printed so far. */
  output: () => string
  process: ChildProcess
  /** SIGTERM; answers with the exit code. Throws when it has not ended within 20 seconds. */
  stop: () => Promise<number | null>
}

export async function freePort(): Promise<number> {
  const probe = createServer()
  probe.listen(0)
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}

/** A folder of its own for a server's data, and how to remove it. */
export function temporaryDataDir() {
  const dataDir = mkdtempSync(join(tmpdir(), 'entente-e2e-'))
  return { dataDir, remove: () => rmSync(dataDir, { recursive: true, force: true }) }
}

/**
 * Starts the product as `npm start` does (it builds when there is no build) and waits until it is healthy.
 * Settings of the shell that runs the tests do not reach it; `settings` do. Throws with its output when it ends early.
 */
export async function startServer(
  dataDir: string,
  { port, settings = {} }: { port?: number; settings?: Record<string, string> } = {},
): Promise<RunningServer> {
  const chosen = port ?? (await freePort())
  const own = {
    PORT: String(chosen),
    ENTENTE_DATA_DIR: dataDir,
    ENTENTE_ADMIN_EMAIL: admin.email,
    ENTENTE_ADMIN_PASSWORD: admin.password,
  }
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/start.ts'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...shellWithoutSettings(), ...own, ...settings },
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      printed += chunk
    })

  const url = `http://localhost:${chosen}`
  await untilHealthy(child, url, () => printed)
  return { url, dataDir, output: () => printed, process: child, stop: () => end(child) }
}

function shellWithoutSettings(): NodeJS.ProcessEnv {
  const shell = { ...process.env }
  for (const name of Object.keys(shell))
    if (name !== 'ENTENTE_BUILD_DIR' && /^(ENTENTE_|DATABASE_URL|PORT$|NODE_ENV$|VITEST)/.test(name))
      Reflect.deleteProperty(shell, name)
  return shell
}

async function untilHealthy(child: ChildProcess, url: string, output: () => string) {
  const deadline = Date.now() + 600_000
  for (;;) {
    if (child.exitCode !== null || child.signalCode)
      throw new Error(`The server ended before it was ready:\n${output()}`)
    const answer = await fetch(`${url}/api/health`).catch(() => null)
    if (answer?.ok) return
    if (Date.now() > deadline) {
      await end(child)
      throw new Error(`The server was not ready within ten minutes:\n${output()}`)
    }
    await wait(200)
  }
}

async function end(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode) return child.exitCode
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  const late = wait(20_000, 'late' as const, { ref: false })
  if ((await Promise.race([exited, late])) === 'late') {
    child.kill('SIGKILL')
    throw new Error('The server did not end within 20 seconds of SIGTERM')
  }
  return child.exitCode
}
