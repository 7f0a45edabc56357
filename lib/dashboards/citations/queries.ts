import { type Actor, assertMay } from '@/lib/auth/actor'
import { sql } from '@/lib/db/client'
import { rows } from '@/lib/db/rows'
import { type Clock, stands } from '@/lib/entries/queries'
import type { Citation } from '@/lib/formats/csv'

/**
 * What each of these entries cites first: what the world could read by the day asked for, a sentence before a page
 * reference, the earlier page before the later one.
 * One statement, whatever their number; entries that do not stand are left out.
 */
export async function listCitations(
  actor: Actor,
  entries: readonly number[],
  clock: Clock,
): Promise<Map<number, Citation>> {
  assertMay(actor, 'read')
  if (!entries.length) return new Map()
  const found = await rows<Citation>(sql`
    select e.root_id as entry, e.version, v.title as "sourceTitle", v.publisher, v.date, v.url, v.quote
      from unnest(${[...entries]}::int[]) asked(root_id)
      cross join lateral (
        select e.* from entry e where e.root_id = asked.root_id and ${stands(clock, actor)} order by e.version desc limit 1) e
      left join lateral (
        select c.title, p.name as publisher, c.published_on::text as date, c.url, v.quote
          from evidence v join source c on c.id = v.source_id join entity p on p.id = c.publisher_id
         where v.entry_id = e.id
         order by coalesce(c.published_on, c.accessed_on) > ${clock.known}::date, v.quote is null, c.published_on nulls last, v.id limit 1) v on true`)
  return new Map(found.map((citation) => [citation.entry, citation]))
}
