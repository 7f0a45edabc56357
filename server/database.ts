import pg from 'pg'
import type { Settings } from '@/lib/env/settings'
import { EmbeddedPostgres } from './embedded-postgres'
import { Stop } from './stop'

/**
 * Runs the work of a command (`db:migrate`, `db:seed`) on the database of DATABASE_URL, else on the embedded one: beside
 * a server that owns it, or started for the command and stopped again, also by Ctrl-C.
 */
export async function withDatabase(settings: Settings, work: (url: string) => Promise<void>): Promise<void> {
  if (settings.databaseUrl) {
    await checkDatabase(settings.databaseUrl)
    return work(settings.databaseUrl)
  }
  const running = await EmbeddedPostgres.running(settings.dataDir)
  if (running && (await answers(running))) return work(running)
  const server = await EmbeddedPostgres.own(settings.dataDir)
  const interrupted = () => void server.stop().finally(() => process.exit(1))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupted)
  try {
    await work(server.url)
  } finally {
    await server.stop()
  }
}

const answers = (url: string) =>
  checkDatabase(url).then(
    () => true,
    () => false,
  )

/**
 * Makes sure that a database can be used: reachable, PostgreSQL 15 or later, UTF-8.
 * @returns the version of the server.
 * @throws Stop with one line that names host and port and never a password.
 */
export async function checkDatabase(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000, query_timeout: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string; number: number; encoding: string }>(
      `select split_part(current_setting('server_version'), ' ', 1) as version,
              current_setting('server_version_num')::int as number, current_setting('server_encoding') as encoding`,
    )
    const found = rows[0]!
    if (found.number < 150_000)
      throw new Stop(`DATABASE_URL: ${place(url)} is PostgreSQL ${found.version}; Entente needs 15 or later.`)
    if (found.encoding !== 'UTF8')
      throw new Stop(`DATABASE_URL: the database at ${place(url)} is encoded in ${found.encoding}; Entente needs UTF8.`)
    return found.version
  } catch (error) {
    if (error instanceof Stop) throw error
    throw new Stop(`DATABASE_URL: the database at ${place(url)} cannot be used: ${reason(error)}.`)
  } finally {
    await client.end().catch(() => {})
  }
}

/** Host, port and database of a connection string, without user and password. */
export function place(url: string): string {
  const { hostname, port, pathname, searchParams } = new URL(url)
  const host = searchParams.get('host') ?? decodeURIComponent(hostname)
  return `${host || 'localhost'}:${searchParams.get('port') ?? (port || '5432')}${pathname}`
}

function reason(error: unknown): string {
  // Several addresses were tried (IPv6, IPv4): the first tells as much as all.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error
  if (!(first instanceof Error)) return String(first)
  const code = 'code' in first ? String(first.code) : ''
  const sentences: Record<string, string> = {
    ECONNREFUSED: 'nobody answers there (connection refused)',
    ENOTFOUND: 'there is no host of that name',
    EAI_AGAIN: 'the name of the host cannot be looked up',
    ETIMEDOUT: 'it does not answer in time',
    EHOSTUNREACH: 'there is no way to that host',
    ENETUNREACH: 'there is no way to that host',
    ENOENT: 'there is no such socket',
    '28P01': 'user or password is refused',
    '28000': 'the user is refused',
    '3D000': 'there is no database of that name',
    '53300': 'it has no connection left',
  }
  if (/timeout/i.test(first.message)) return sentences.ETIMEDOUT!
  return sentences[code] ?? first.message.replace(/\s+/g, ' ').replace(/\.$/, '')
}
