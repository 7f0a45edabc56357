import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { Prisma, PrismaClient } from '@/prisma/generated/client'

/** Inside a transaction or outside: what queries and mutations run on. */
export type Database = PrismaClient | Prisma.TransactionClient
export type Transaction = Prisma.TransactionClient
export const sql = Prisma.sql
export type Sql = Prisma.Sql

const mostNamed = 500
const names = new Map<string, string>()

/**
 * A statement with a name is planned once a connection, not once a request: planning a page's joins costs several times
 * what running them does. Texts beyond the first few hundred (lists of any length) stay without one: a server keeps
 * every plan until its connection ends.
 */
function statementName({ sql: text }: { sql: string }): string {
  const kept = names.get(text)
  if (kept !== undefined) return kept
  if (names.size >= mostNamed) return ''
  const name = createHash('sha1').update(text).digest('base64url')
  names.set(text, name)
  return name
}

const open = () => {
  const pool = new pg.Pool({
    connectionString: process.env.DATABASE_URL,
    max: Number(process.env.ENTENTE_POOL ?? 10),
    // A slow statement whose reader has left would starve everybody else.
    statement_timeout: Number(process.env.ENTENTE_STATEMENT_SECONDS || 10) * 1000,
    idle_in_transaction_session_timeout: 15_000,
    connectionTimeoutMillis: 5_000,
    application_name: 'entente',
  })
  // A lost connection is reported by the statement that meets it; without a listener it would end the process.
  pool.on('error', () => {})
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, {
      onPoolError: () => {},
      onConnectionError: () => {},
      statementNameGenerator: statementName,
      disposeExternalPool: true,
    }),
    transactionOptions: { maxWait: 5_000, timeout: 15_000 },
  })
  return { pool, prisma }
}

const kept = globalThis as typeof globalThis & { ententeDatabase?: ReturnType<typeof open> }
kept.ententeDatabase ??= open()
const { pool, prisma } = kept.ententeDatabase

/** The one Prisma client of this process; it connects on first use, so that a build needs no database. */
export const db: PrismaClient = prisma

/**
 * One reading statement on the same pool, past Prisma: pages ask in SQL anyway, and its engine would cost each of them
 * more than the database does. Numerics are cast to text in the statement, so that no digit is lost.
 */
export async function ask<T>(statement: Sql): Promise<T[]> {
  const { text, values } = statement
  const { rows } = await pool.query({ name: statementName({ sql: text }) || undefined, text, values })
  return rows as T[]
}

/** Until the end of the transaction nobody else passes here with the same name: for what no row stands for yet. */
export async function lockName(tx: Transaction, name: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`
}
