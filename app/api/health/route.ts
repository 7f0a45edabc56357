import { countMigrations } from '@/lib/health/queries'

export const dynamic = 'force-dynamic'

type Health = {
  status: 'ok' | 'unavailable'
  version: string
  database: 'up' | 'down'
  migrations: { applied: number; pending: number } | null
}

/** Probes that come at the same moment, or many a second, cost one connection. */
const keptFor = 1000

let asked: { at: number; health: Promise<Health> } | undefined

/**
 * Whether this server can do its work: 200 with version, database and migrations, 503 while the database is away.
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
