import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
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

const open = () =>
  new PrismaClient({
    adapter: new PrismaPg(
      {
        connectionString: process.env.DATABASE_URL,
        max: Number(process.env.ENTENTE_POOL ?? 10),
        // A slow statement whose reader has left would starve everybody else.
        statement_timeout: 10_000,
        idle_in_transaction_session_timeout: 15_000,
        connectionTimeoutMillis: 5_000,
        application_name: 'entente',
      },
      // A lost connection is reported by the statement that meets it; without a listener it would end the process.
      { onPoolError: () => {}, onConnectionError: () => {}, statementNameGenerator: statementName },
    ),
    transactionOptions: { maxWait: 5_000, timeout: 15_000 },
  })

const kept = globalThis as typeof globalThis & { ententeDatabase?: PrismaClient }

/** The one Prisma client of this process; it connects on first use, so that a build needs no database. */
export const db: PrismaClient = kept.ententeDatabase ?? open()
kept.ententeDatabase = db

/** Until the end of the transaction nobody else passes here with the same name: for what no row stands for yet. */
export async function lockName(tx: Transaction, name: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`
}
