import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Stop } from './stop'

const inputs = ['app', 'components', 'lib', 'prisma/schema', 'next.config.ts', 'package-lock.json', 'tsconfig.json']
const stampFile = 'entente-stamp'

/** A hash of all that a build depends on: the sources and the lock file. Tests are no part of a build. */
export function sourceStamp(root: string): string {
  const hash = createHash('sha256').update(process.version)
  const take = (path: string) => {
    const full = join(root, path)
    if (!existsSync(full)) return
    if (statSync(full).isDirectory()) for (const name of readdirSync(full).sort()) take(`${path}/${name}`)
    else if (!/\.test\.tsx?$/.test(path)) hash.update(`${path}\0`).update(readFileSync(full)).update('\0')
  }
  for (const input of inputs) take(input)
  return hash.digest('hex')
}

/** Whether the build in `buildDir` was made from the sources as they are. */
export function isBuilt(root: string, buildDir: string): boolean {
  const stamp = join(root, buildDir, stampFile)
  return (
    existsSync(join(root, buildDir, 'BUILD_ID')) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === sourceStamp(root)
  )
}

/** Makes the production build. @throws Stop with the end of the builder's output when it fails. */
export async function build(root: string, buildDir: string): Promise<void> {
  // Taken first: a file that is saved during the build makes the next start build again.
  const stamp = sourceStamp(root)
  const env = { ...process.env, NODE_ENV: 'production', ENTENTE_BUILD_DIR: buildDir } as const
  await tool(root, 'next', 'dist/bin/next', ['build'], env)
  writeFileSync(join(root, buildDir, stampFile), stamp)
}

/** Whether the database client has to be written: it is missing, or older than its schema. */
export function isClientMissing(root: string): boolean {
  const client = join(root, 'prisma/generated/client.ts')
  if (!existsSync(client)) return true
  const made = statSync(client).mtimeMs
  const schema = join(root, 'prisma/schema')
  return readdirSync(schema).some((name) => statSync(join(schema, name)).mtimeMs > made)
}

export const generateClient = (root: string): Promise<void> => tool(root, 'prisma', 'build/index.js', ['generate'])

/** Runs a program of an npm package quietly; its output is shown only when it fails. */
function tool(root: string, name: string, file: string, args: string[], env: NodeJS.ProcessEnv = process.env) {
  const program = join(dirname(createRequire(join(root, 'package.json')).resolve(`${name}/package.json`)), file)
  const quiet = {
    ...env,
    NEXT_TELEMETRY_DISABLED: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
    NO_COLOR: '1',
  }
  return new Promise<void>((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: root,
      env: quiet,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const end = () => child.kill()
    process.once('exit', end)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      process.off('exit', end)
      if (code === 0) resolve()
      else reject(new Stop(`${name} ${args.join(' ')} failed (${signal ?? code}):\n${output.trim().slice(-4000)}`))
    })
  })
}
