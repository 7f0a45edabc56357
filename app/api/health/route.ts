import { readdir } from 'node:fs/promises'
import pg from 'pg'

export const dynamic = 'force-dynamic'

type Health = {
  status: 'ok' | 'unavailable'
  version: string
  database: 'up' | 'down'
  migrations: { applied: number; pending: number } | null
}

/** Long enough for a busy database, short enough for a probe. */
const patience = 2000
/** Probes that come at the same moment, or many a second, cost one connection. */
const keptFor = 1000

let asked: { at: number; health: Promise<Health> } | undefined

/**
 * Whether this server can do its work: 200 with version, database and migrations, 503 while the database is away. Asks
 * on a connection of its own, so that a busy pool does not look like a dead database.
 */
export async function GET() {
  const now = Date.now()
  if (!asked || now - asked.at > keptFor) asked = { at: now, health: look() }
  const health = await asked.health
  return Response.json(health, {
    status: health.status === 'ok' ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  })
}

async function look(): Promise<Health> {
  const version = process.env.ENTENTE_VERSION ?? 'unknown'
  try {
    return { status: 'ok', version, database: 'up', migrations: await countMigrations() }
  } catch {
    return { status: 'unavailable', version, database: 'down', migrations: null }
  }
}

async function countMigrations() {
  const client = new pg.Client({
    connectionString: process.env.DATABASE_URL,
    connectionTimeoutMillis: patience,
    query_timeout: patience,
    application_name: 'entente health',
  })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ name: string }>(
      `select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null`,
    )
    const applied = new Set(rows.map((row) => row.name))
    const entries = await readdir('prisma/migrations', { withFileTypes: true })
    const pending = entries.filter((entry) => entry.isDirectory() && !applied.has(entry.name))
    return { applied: applied.size, pending: pending.length }
  } finally {
    await client.end().catch(() => {})
  }
}
