import { Refusal } from '@/lib/errors/refusal'

/** The driver's own error inside Prisma's: SQLSTATE and the constraint's name, where there is one. */
export type DatabaseFault = { state: string | null; constraint: string | null; away: boolean }

const awayStates = new Set(['08000', '08001', '08003', '08006', '57P01', '57P02', '57P03', '53300'])
const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'ETIMEDOUT',
  'EPIPE',
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2037',
])

type Links = {
  cause?: unknown
  code?: unknown
  meta?: unknown
  message?: unknown
  originalCode?: unknown
  constraint?: unknown
  driverAdapterError?: unknown
}

/** Reads what the database said out of whatever Prisma wrapped around it; null when the error is not the database's. */
export function databaseFault(error: unknown): DatabaseFault | null {
  let state: string | null = null
  let constraint: string | null = null
  let away = false
  let known = false
  const seen = new Set<unknown>()
  const walk = (value: unknown): void => {
    if (!value || typeof value !== 'object' || seen.has(value) || seen.size > 20) return
    seen.add(value)
    const link = value as Links
    for (const code of [link.originalCode, link.code]) {
      if (typeof code !== 'string') continue
      if (/^P\d{4}$/.test(code)) known = true
      if (/^[0-9A-Z]{5}$/.test(code) && !/^P\d{4}$/.test(code)) {
        state ??= code
        known = true
      }
      if (awayCodes.has(code) || awayStates.has(code)) {
        away = true
        known = true
      }
    }
    const named = link.constraint as { index?: string; fields?: string[] } | string | undefined
    if (typeof named === 'string') constraint ??= named
    else if (named?.index) constraint ??= named.index
    if (typeof link.message === 'string') {
      constraint ??= /(?:constraint|index) "([a-z0-9_]+)"/.exec(link.message)?.[1] ?? null
      if (
        /Can't reach database server|Connection terminated|timeout exceeded when trying to connect|Unable to start a transaction|the database system is (?:starting up|shutting down)/.test(
          link.message,
        )
      ) {
        away = true
        known = true
      }
    }
    walk(link.cause)
    walk(link.meta)
    walk(link.driverAdapterError)
  }
  walk(error)
  return known ? { state, constraint, away } : null
}

/** Runs database work; a server that cannot be reached becomes a Refusal that says so, everything else passes through. */
export async function reaching<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (databaseFault(error)?.away) throw new Refusal('unavailable', [], { cause: String(error) })
    throw error
  }
}
