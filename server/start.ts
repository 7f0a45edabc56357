import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Settings } from '@/lib/env/settings'
import { Announcements } from './announcements'
import { checkedSettings } from './command'
import { checkDatabase, place } from './database'
import { EmbeddedPostgres } from './embedded-postgres'
import { WebServer } from './http'
import { Life } from './life'
import { PageCache } from './page-cache'
import type { PrepareMessage } from './prepare'
import { ReadCache } from './read-cache'
import { createDevelopmentHandler, createHandler } from './request-handler'
import { keptSecret } from './secret'
import { Stop } from './stop'
import { Watch } from './watch'

const dev = process.argv.includes('--dev')
const drainPatience = 10_000

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
// Next and React read it while they load.
Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' })

// The loader keeps a map of every file for readable stacks: 50 MB that only a developer needs.
if (!dev) process.setSourceMapsEnabled(false)

const say = (name: string, said: string) => console.log(`  ${name.padEnd(11)} ${said}`)
const life = new Life((line) => say('stopping', line))

async function main() {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  const given = checkedSettings()
  console.log(`Entente ${version}`)
  const databaseUrl = await openDatabase(given)
  const web = await WebServer.listen(given)
  life.beforeEnd('requests', () => web.drain(drainPatience))
  const settings = publish(given, databaseUrl, web.port, version)
  const admin = await prepare()
  if (life.isEnding) return
  await serve(web, settings, databaseUrl)
  say('ready', settings.url)
  console.log(signIn(settings, admin))
}

/** The database of DATABASE_URL, checked, or the embedded one, owned. Answers with where to find it at any moment. */
async function openDatabase(settings: Settings): Promise<() => string> {
  const url = settings.databaseUrl
  if (url) {
    const version = await checkDatabase(url)
    say('database', `PostgreSQL ${version} at ${place(url)}`)
    return () => url
  }
  const opening = EmbeddedPostgres.own(resolve(settings.dataDir), (line) => say('database', line))
  life.beforeEnd('database', async () => (await opening.catch(() => null))?.stop())
  const server = await opening
  const version = await checkDatabase(server.url)
  const inside = relative('.', server.dataDir)
  say('database', `embedded PostgreSQL ${version} in ${inside.startsWith('..') ? server.dataDir : inside}`)
  return () => server.url
}

/** Puts what was decided where the pages find it: they run in this process and read the environment. */
function publish(given: Settings, databaseUrl: () => string, port: number, version: string): Settings {
  const secret = given.secret ?? keptSecret(given.dataDir)
  const url = given.port === 0 && !process.env.ENTENTE_URL ? `http://localhost:${port}` : given.url
  Object.assign(process.env, {
    DATABASE_URL: databaseUrl(),
    PORT: String(port),
    ENTENTE_URL: url,
    ENTENTE_SECRET: secret,
    ENTENTE_READ: given.read,
    ENTENTE_BUILD_DIR: given.buildDir,
    ENTENTE_VERSION: version,
  })
  return { ...given, url, port, secret, databaseUrl: databaseUrl() }
}

type Admin = { email: string; oneTimePassword: string | null } | null

/** Migrations, sample, first admin and build, in a process of their own (see prepare.ts). */
async function prepare(): Promise<Admin> {
  const child = fork(fileURLToPath(new URL('prepare.ts', import.meta.url)), dev ? ['--dev'] : [])
  const exited = once(child, 'exit')
  life.beforeEnd('preparation', async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    await exited
  })
  let last: PrepareMessage | undefined
  child.on('message', (message: PrepareMessage) => {
    last = message
    if (message.kind === 'step') say(message.name, message.said)
  })
  await exited
  if (last?.kind === 'done') return last.admin
  if (life.isEnding) return null
  throw new Stop(last?.kind === 'failed' ? last.reason : 'The preparing process ended before it was done.')
}

async function serve(web: WebServer, settings: Settings, databaseUrl: () => string) {
  const { default: next } = await import('next')
  const app = next({ dev, dir: process.cwd(), hostname: 'localhost', port: web.port, httpServer: web.server })
  await withoutChatter(() => app.prepare())
  const render = app.getRequestHandler()
  life.beforeEnd('pages', () => app.close())
  if (dev) {
    watchFeeds(settings, async () => true)
    return web.serve(createDevelopmentHandler(render))
  }

  const pages = new PageCache(settings.pageCacheBytes)
  const reads = new ReadCache(pages)
  Object.assign(globalThis, {
    [Symbol.for('entente.forget')]: (tags: string[]) => pages.forget(tags),
    [Symbol.for('entente.reads')]: reads.find.bind(reads),
  })
  const announcements = new Announcements(databaseUrl, pages, (line) => say('database', line))
  await announcements.start()
  life.beforeEnd('connections', async () => {
    await Promise.all([announcements.stop(), endPool()])
  })
  watchFeeds(settings, () => announcements.isSo(anyFeedIsDue))
  web.serve(createHandler({ settings, render, pages, databaseIsUp: () => announcements.isUp }))
}

const anyFeedIsDue = 'exists (select from feed where not paused and next_at <= now())'

/** Polls the watch list, unless this server may not ask others. A form that makes a feed due finds `wake` by its symbol. */
function watchFeeds(settings: Settings, isDue: () => Promise<boolean>) {
  if (!settings.fetch) return
  const watch = new Watch(isDue, (line) => say('watch list', line))
  Object.assign(globalThis, { [Symbol.for('entente.poll')]: () => watch.wake() })
  life.beforeEnd('jobs', () => watch.stop())
  watch.start()
}

/** Next tells how long it took to read its settings; nobody who starts Entente has to know. Errors still show. */
async function withoutChatter(work: () => Promise<void>) {
  if (dev) return work()
  const { log } = console
  console.log = () => {}
  await work().finally(() => {
    console.log = log
  })
}

/** The pages' own database client keeps itself under this name. */
async function endPool() {
  const { ententeDatabase } = globalThis as { ententeDatabase?: { prisma: { $disconnect(): Promise<void> } } }
  await Promise.race([ententeDatabase?.prisma.$disconnect(), wait(3000, undefined, { ref: false })])
}

function signIn({ url, adminEmail }: Settings, admin: Admin): string {
  const where = `${url}/sign-in`
  if (!admin) return `\n  Sign in at ${where}\n`
  if (!admin.oneTimePassword)
    return `\n  Sign in at ${where} as ${adminEmail} with the password of ENTENTE_ADMIN_PASSWORD\n`
  return `\n  Sign in at ${where} as ${admin.email} with the one-time password\n\n      ${admin.oneTimePassword}\n`
}

main().catch((error: unknown) => {
  if (!life.isEnding) console.error(error instanceof Stop ? error.message : error)
  return life.end(1)
})
