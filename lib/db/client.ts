import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from '@/prisma/generated/client'

/** Inside a transaction or outside: what queries and mutations run on. */
export type Database = PrismaClient | Prisma.TransactionClient
export type Transaction = Prisma.TransactionClient
export const sql = Prisma.sql
export type Sql = Prisma.Sql

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
      { onPoolError: () => {}, onConnectionError: () => {} },
    ),
    transactionOptions: { maxWait: 5_000, timeout: 15_000 },
  })

const kept = globalThis as typeof globalThis & { ententeDatabase?: PrismaClient }

/** The one Prisma client of this process; it connects on first use, so that a build needs no database. */
export const db: PrismaClient = kept.ententeDatabase ?? open()
kept.ententeDatabase = db
