import { readdir } from 'node:fs/promises'
import pg from 'pg'

/** Long enough for a busy database, short enough for a probe. */
const patience = 2000
/**
 * How many migrations are applied and how many wait. Asks on a connection of its own, so that a busy pool does not look
 * like a dead database. Throws when the database is away.
 */
export async function countMigrations() {
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
