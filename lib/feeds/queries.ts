import { type Actor, assertMay } from '@/lib/auth/actor'
import { sql } from '@/lib/db/client'
import { rows } from '@/lib/db/rows'
import type { FeedLine } from './schema'

/** The watch list: what fails first, then by name. Needs `internal.read`. */
export async function listFeeds(actor: Actor): Promise<FeedLine[]> {
  assertMay(actor, 'internal.read')
  return rows<FeedLine>(sql`
    select f.id, f.url, f.title, f.every_minutes as "everyMinutes", f.take_all as "takeAll", f.paused, f.revision,
           coalesce(f.leased_until > now(), false) as polling, f.next_at as "nextAt", f.polled_at as "polledAt",
           f.answered_at as "answeredAt", f.failures, f.fault,
           (select count(*)::int from feed_item i where i.feed_id = f.id and i.item_id is not null) as received,
           (select count(*)::int from feed_item i where i.feed_id = f.id and i.item_id is null) as "passedOver"
      from feed f order by f.failures = 0 or f.paused, lower(f.title), f.id limit 500`)
}
