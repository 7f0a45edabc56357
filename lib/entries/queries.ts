import { type Actor, may } from '@/lib/auth/actor'
import { type Sql, sql } from '@/lib/db/client'

/**
 * Two clocks. `known`: what the world could know on a day. `edition`: what this database said at the end of a day;
 * null = now.
 */
export type Clock = { known: string; edition: string | null }

/** The clock of a page: today unless its URL says otherwise. */
export const clockOf = (filters: { known: string | null; edition: string | null }, now = new Date()): Clock => ({
  known: filters.known ?? now.toISOString().slice(0, 10),
  edition: filters.edition,
})

/**
 * The one condition every read goes through, on the table alias `e`: published by the edition and not retired by then,
 * known to the world by that day, and not withheld from this actor. The newest version's `internal` governs all versions.
 */
export function stands(clock: Clock, actor: Actor): Sql {
  const published = clock.edition
    ? sql`e.published_at < (${clock.edition}::date + 1)::timestamptz and (e.retired_at is null or e.retired_at >= (${clock.edition}::date + 1)::timestamptz)`
    : sql`e.published_at is not null and e.retired_at is null`
  const open = may(actor, 'internal.read')
    ? sql`true`
    : sql`not e.internal and not exists (select from entry n where n.root_id = e.root_id and n.internal and n.published_at is not null and n.retired_at is null)`
  return sql`(${published} and e.known_on <= ${clock.known}::date and ${open})`
}
