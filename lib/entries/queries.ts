import { type Actor, may } from '@/lib/auth/actor'
import { type Sql, sql } from '@/lib/db/client'

/**
 * Two clocks. `known`: what the world could know on a day. `edition`: what this database said at the end of a day, or at
 * a moment; null = now.
 */
export type Clock = { known: string; edition: string | null }

/** The clock of a page: today unless its URL says otherwise. */
export const clockOf = (filters: { known: string | null; edition: string | null }, now = new Date()): Clock => ({
  known: filters.known ?? now.toISOString().slice(0, 10),
  edition: filters.edition,
})

/** The moment an edition ends: itself, or the end of its day, in UTC as all days are shown. */
const endOf = (edition: string) =>
  edition.includes('T') ? sql`${edition}::timestamptz` : sql`((${edition}::date + 1)::timestamp at time zone 'UTC')`

/** Published by the edition, whether or not it was retired since. On the table alias `e`. */
export const published = ({ edition }: Clock): Sql =>
  edition ? sql`e.published_at < ${endOf(edition)}` : sql`e.published_at is not null`

/** When it was taken back, as the edition knew it: null when that happened later. On the table alias `e`. */
export const retired = ({ edition }: Clock): Sql =>
  edition ? sql`(case when e.retired_at < ${endOf(edition)} then e.retired_at end)` : sql`e.retired_at`

/** The newest published version of a root is internal: then all its versions are, also those that were public once. */
const withheld = (root: Sql) => sql`exists (
  select from entry n where n.root_id = ${root} and n.internal and n.published_at is not null
     and not exists (select from entry m where m.root_id = n.root_id and m.version > n.version and m.published_at is not null))`

/** Not withheld from this actor, neither itself nor the promise it is a step of. On the table alias `e`. */
export const open = (actor: Actor): Sql =>
  may(actor, 'internal.read')
    ? sql`true`
    : sql`(not e.internal and not ${withheld(sql`e.root_id`)} and (e.of_id is null or not ${withheld(sql`e.of_id`)}))`

/**
 * The one condition every read goes through, on the table alias `e`: published by the edition and not retired by then,
 * known to the world by that day, and not withheld from this actor.
 */
export function stands(clock: Clock, actor: Actor): Sql {
  const current = clock.edition
    ? sql`${published(clock)} and (e.retired_at is null or e.retired_at >= ${endOf(clock.edition)})`
    : sql`e.published_at is not null and e.retired_at is null`
  return sql`(${current} and e.known_on <= ${clock.known}::date and ${open(actor)})`
}

/** Of one of these themes; of any where none is named. To be added to a condition on the table alias `e`. */
export const andOfThemes = (theme: string | readonly string[] | null): Sql => {
  const themes = theme === null ? [] : [theme].flat()
  return themes.length ? sql`and e.theme = any(${themes}::text[])` : sql``
}
