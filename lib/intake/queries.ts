import { type Actor, assertMay } from '@/lib/auth/actor'
import { sql } from '@/lib/db/client'
import { rows } from '@/lib/db/rows'
import type { ItemState, itemOrigins } from './schema'

export type ItemLine = {
  id: number
  state: ItemState
  origin: (typeof itemOrigins)[number]
  title: string
  url: string | null
  /** The publisher of the source it became, else as it was named. */
  publisher: string | null
  summary: string | null
  publishedOn: string | null
  hasText: boolean
  sourceId: number | null
  relations: string[]
  revision: number
  open: number
  accepted: number
  found: number
  addedBy: string
  addedAt: Date
  updatedAt: Date
}

/** Items of the queue in one state, newest first; `before` is the id to page on from. Needs `internal.read`. */
export async function listItems(
  actor: Actor,
  filter: { state: ItemState; relation?: string; before?: number; limit?: number },
): Promise<ItemLine[]> {
  assertMay(actor, 'internal.read')
  const { state, relation, before, limit = 50 } = filter
  return rows<ItemLine>(sql`
    select i.id, i.state::text as state, i.origin::text as origin, i.title, i.url, coalesce(p.name, i.publisher_words) as publisher, i.summary,
           coalesce(s.published_on, i.published_on)::text as "publishedOn", (i.text is not null or s.text is not null) as "hasText",
           i.source_id as "sourceId", i.revision,
           array(select e.name from intake_relation r join entity e on e.id = r.relation_id where r.item_id = i.id order by r.mentions desc, e.name) as relations,
           (select count(*)::int from candidate c where c.source_id = i.source_id and c.state = 'open') as open,
           (select count(*)::int from candidate c where c.source_id = i.source_id and c.state = 'accepted') as accepted,
           (select count(*)::int from candidate c where c.source_id = i.source_id) as found,
           u.name as "addedBy", i.added_at as "addedAt", i.updated_at as "updatedAt"
      from intake_item i
      join "user" u on u.id = i.added_by_id
      left join source s on s.id = i.source_id
      left join entity p on p.id = s.publisher_id
     where i.state = ${state}::intake_state
       and (${before ?? null}::int is null or i.id < ${before ?? null}::int)
       and (${relation ?? null}::text is null or exists (
         select from intake_relation r join entity e on e.id = r.relation_id where r.item_id = i.id and e.slug = ${relation ?? null}))
     order by i.id desc limit ${Math.min(limit, 200)}`)
}

/** How many items are in each state. Needs `internal.read`. */
export async function countItems(actor: Actor): Promise<Record<ItemState, number>> {
  assertMay(actor, 'internal.read')
  const [row] = await rows<Record<ItemState, number>>(sql`
    select count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'in_work')::int as in_work,
           count(*) filter (where state = 'done')::int as done, count(*) filter (where state = 'dismissed')::int as dismissed
      from intake_item`)
  return row!
}

export type StoredItem = {
  id: number
  state: ItemState
  origin: (typeof itemOrigins)[number]
  title: string
  url: string | null
  publisher: string | null
  publisherSlug: string | null
  byline: string | null
  summary: string | null
  publishedOn: string | null
  language: string | null
  text: string | null
  sourceId: number | null
  /** What the source it became is to others. */
  previous: { id: number; title: string } | null
  carriedFrom: { id: number; title: string } | null
  revision: number
  /** The one it is read for, else the one it speaks of most, first. */
  relations: { slug: string; name: string }[]
  addedBy: string
  addedAt: Date
}

/** One item with its text, from the source once it is one; null when there is none. Needs `internal.read`. */
export async function getItem(actor: Actor, id: number): Promise<StoredItem | null> {
  assertMay(actor, 'internal.read')
  const [row] = await rows<StoredItem>(sql`
    select i.id, i.state::text as state, i.origin::text as origin, coalesce(s.title, i.title) as title, coalesce(s.url, i.url) as url,
           coalesce(p.name, i.publisher_words) as publisher, p.slug as "publisherSlug", coalesce(s.byline, i.byline) as byline, i.summary,
           coalesce(s.published_on, i.published_on)::text as "publishedOn", coalesce(s.language, i.language) as language,
           coalesce(s.text, i.text) as text, i.source_id as "sourceId", i.revision,
           case when v.id is not null then json_build_object('id', v.id, 'title', v.title) end as previous,
           case when c.id is not null then json_build_object('id', c.id, 'title', c.title) end as "carriedFrom",
           (select coalesce(json_agg(json_build_object('slug', e.slug, 'name', e.name) order by r.mentions desc, e.name), '[]')
              from intake_relation r join entity e on e.id = r.relation_id where r.item_id = i.id) as relations,
           u.name as "addedBy", i.added_at as "addedAt"
      from intake_item i
      join "user" u on u.id = i.added_by_id
      left join source s on s.id = i.source_id
      left join entity p on p.id = s.publisher_id
      left join source v on v.id = s.previous_id
      left join source c on c.id = s.carried_from_id
     where i.id = ${id}`)
  return row ?? null
}

/** The item that a source was read from; null where it was entered otherwise. Needs `internal.read`. */
export async function findItemOfSource(actor: Actor, source: number): Promise<number | null> {
  assertMay(actor, 'internal.read')
  const [row] = await rows<{ id: number }>(sql`select id from intake_item where source_id = ${source}`)
  return row?.id ?? null
}
