import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { EmbeddedPostgres } from '@/server/embedded-postgres'

export type DatabaseServer = {
  /** A connection that may create databases. */
  adminUrl: string
  stop: () => Promise<void>
}

/** The server that DATABASE_URL_TEST names, else an embedded one with throw-away data. */
export async function startDatabaseServer(): Promise<DatabaseServer> {
  if (process.env.DATABASE_URL_TEST) return { adminUrl: process.env.DATABASE_URL_TEST, stop: async () => {} }
  const folder = mkdtempSync(join(tmpdir(), 'entente-test-'))
  const server = await EmbeddedPostgres.own(folder, console.error)
  // Nothing here has to survive a crash.
  await asAdmin(server.url, async (admin) => {
    await admin.query('ALTER SYSTEM SET fsync = off')
    await admin.query('SELECT pg_reload_conf()')
  })
  return {
    adminUrl: server.url,
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export async function asAdmin<T>(adminUrl: string, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    return await work(admin)
  } finally {
    await admin.end()
  }
}

/** The same server, another database. */
export function databaseUrl(adminUrl: string, name: string): string {
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return url.href
}

/** Drops all databases of one run, whoever is still connected to them. */
export async function dropDatabases(adminUrl: string, prefix: string): Promise<void> {
  await asAdmin(adminUrl, async (admin) => {
    const { rows } = await admin.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [prefix])
    for (const { datname } of rows) await admin.query(`DROP DATABASE "${datname}" WITH (FORCE)`)
  })
}
