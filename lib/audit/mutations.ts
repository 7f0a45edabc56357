import type { Actor } from '@/lib/auth/actor'
import type { Transaction } from '@/lib/db/client'
import type { Prisma } from '@/prisma/generated/client'

export type Difference = Record<string, { from: unknown; to: unknown }>

/** The same value is the same text, in whatever order its fields were put. */
const textOf = (value: unknown) =>
  JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

/** What an act changed: only the fields whose values differ, as plain JSON. A request's key is nothing anybody changed. */
export function difference(before: Record<string, unknown>, after: Record<string, unknown>): Difference {
  const out: Difference = {}
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (key === 'requestKey') continue
    const from = before[key] ?? null
    const to = after[key] ?? null
    if (textOf(from) !== textOf(to)) out[key] = { from, to }
  }
  return out
}

/** Writes the one audit row of an act, in the act's own transaction. */
export async function writeAudit(
  tx: Transaction,
  actor: Actor,
  row: { act: string; what: string; whatId: string | number; why?: string | null; diff?: Difference },
): Promise<void> {
  await tx.audit.create({
    data: {
      userId: actor.userId,
      act: row.act,
      what: row.what,
      whatId: String(row.whatId),
      why: row.why ?? actor.reason ?? null,
      diff: row.diff as Prisma.InputJsonValue | undefined,
    },
  })
}
