import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

export type Server = { url: string; pid: number; stop: () => Promise<void> }

export const buildDir = '.next-bench'
const environment = { ENTENTE_BENCH: '1', ENTENTE_BUILD_DIR: buildDir, NEXT_TELEMETRY_DISABLED: '1' }
const running = new Set<ChildProcess>()

/** The product on a database, as `npm start` runs it, with the pages that only a bench needs. Builds when there is no build. */
export function startProduct(databaseUrl: string): Promise<Server> {
  // As `npm start` does, with its limits of memory.
  return start(startArguments(), '/api/health', {
    DATABASE_URL: databaseUrl,
    ENTENTE_SECRET: 'a secret of the bench, for nobody else',
    ENTENTE_ADMIN_PASSWORD: 'a password of the bench',
  })
}

/** What package.json's `start` gives to node. */
function startArguments(): string[] {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } }
  return scripts.start.split(' ').slice(1)
}

/** `next start` on the same build: what Next serves without anything of ours before it. */
export function startNext(): Promise<Server> {
  return start(['node_modules/next/dist/bin/next', 'start'], '/bench/static', { NODE_ENV: 'production' })
}

async function start(command: string[], healthy: string, settings: Record<string, string>): Promise<Server> {
  const port = await freePort()
  const child = spawn(process.execPath, command, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...withoutSettings(), ...environment, ...settings, PORT: String(port) },
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      printed = (printed + chunk).slice(-5000)
    })
  const url = `http://localhost:${port}`
  for (const deadline = Date.now() + 600_000; ; await wait(100)) {
    if (child.exitCode !== null || Date.now() > deadline)
      throw new Error(`${command.at(-1)} did not become ready:\n${printed}`)
    const answer = await fetch(`${url}${healthy}`).catch(() => null)
    if (answer?.ok) break
  }
  return { url, pid: child.pid!, stop: () => end(child) }
}

/** What is still running when the bench ends early. */
export async function stopAll(): Promise<void> {
  await Promise.all([...running].map(end))
}

async function end(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode) return
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  const late = await Promise.race([exited.then(() => false), wait(20_000, true, { ref: false })])
  if (late) child.kill('SIGKILL')
  await exited
}

function withoutSettings(): NodeJS.ProcessEnv {
  const names = Object.entries(process.env).filter(([name]) => !/^(ENTENTE_|DATABASE_URL|PORT$|NODE_ENV$)/.test(name))
  return Object.fromEntries(names) as NodeJS.ProcessEnv
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0)
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return typeof address === 'object' && address ? address.port : 0
}
