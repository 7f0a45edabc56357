import pg from 'pg'
import type { Settings } from '@/lib/env/settings'
import { build, generateClient, isBuilt, isClientMissing } from './build'
import { checkedSettings } from './command'
import { migrate } from './migrate'
import { Stop } from './stop'

/** What the preparing process tells the server: a line to print, how it ended, who may sign in. */
export type PrepareMessage =
  | { kind: 'step'; name: string; said: string }
  | { kind: 'done'; admin: { email: string; oneTimePassword: string | null } | null }
  | { kind: 'failed'; reason: string }

const prepareLock = 0x70726570617265n

/**
 * Makes database and build ready. It runs in a process of its own, so that what only a start needs (the migration
 * engine, the sample, the builder) never weighs on the server.
 */
async function prepare(dev: boolean): Promise<PrepareMessage> {
  const root = process.cwd()
  const settings = checkedSettings()
  const url = settings.databaseUrl
  if (!url) throw new Stop('The preparing process is started by the server, with DATABASE_URL set.')
  if (isClientMissing(root)) {
    say('client', 'writing the database client')
    await generateClient(root)
  }
  if (!dev && !isBuilt(root, settings.buildDir)) {
    say('build', 'making the production build, about a minute')
    await build(root, settings.buildDir)
  }
  const admin = await alone(url, async (client) => {
    const applied = await migrate(url)
    if (applied.length > 0)
      say('migrations', applied.length === 1 ? `${applied[0]} applied` : `${applied.length} applied`)
    await loadSampleInto(client)
    // Last of all: a one-time password is shown once, so nothing may fail between making and showing it.
    return createAdminIn(client, settings)
  })
  return { kind: 'done', admin }
}

/** Servers of one database that start at the same moment prepare it one after the other. */
async function alone<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'entente prepare' })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [prepareLock])
    if (!rows[0]?.free) {
      say('database', 'waiting for another Entente that prepares the same database')
      await client.query('select pg_advisory_lock($1)', [prepareLock])
    }
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Loads the sample into an empty database, and finishes a load that was cut off. */
async function loadSampleInto(client: pg.Client) {
  const { rows } = await client.query<{ wanted: boolean }>(
    `select not exists (select from entity where kind = 'relation')
         or exists (select from setting where key = 'sample' and value = '"loading"') as wanted`,
  )
  if (!rows[0]?.wanted) return
  const mark = (state: string) =>
    client.query(
      `insert into setting (key, value) values ('sample', $1)
       on conflict (key) do update set value = excluded.value, revision = setting.revision + 1`,
      [JSON.stringify(state)],
    )
  await mark('loading')
  say('sample', 'loading the Azerbaijan–Kazakhstan relation')
  const { loadSample } = await import('@/prisma/seed')
  await loadSample()
  await mark('loaded')
}

/** Asks first, because the accounts' modules take a second to load and are needed once in the life of a database. */
async function createAdminIn(client: pg.Client, { adminEmail, adminPassword }: Settings) {
  const { rows } = await client.query<{ found: boolean }>(
    `select exists (select from "user" where role = 'admin' and removed_at is null and id <> 'system') as found`,
  )
  if (rows[0]?.found) return null
  const { createFirstAdmin } = await import('@/lib/users/mutations')
  return createFirstAdmin({ email: adminEmail, password: adminPassword })
}

const tell = (message: PrepareMessage) => process.send?.(message)
const say = (name: string, said: string) => tell({ kind: 'step', name, said })

// Whoever started this has died or wants an end: leave at once, builder included.
process.on('disconnect', () => process.exit(1))
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => process.exit(1))

prepare(process.argv.includes('--dev'))
  .catch(
    (error: unknown): PrepareMessage => ({
      kind: 'failed',
      reason:
        error instanceof Stop ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error),
    }),
  )
  .then((message) => process.send?.(message, () => process.exit(message.kind === 'done' ? 0 : 1)))
