import type { Actor } from '@/lib/auth/actor'
import { db, sql } from '@/lib/db/client'
import { type Clock, stands } from '@/lib/entries/queries'

export type EventRecord = {
  entry: number
  code: string
  codeName: string
  title: string
  theme: string
  starts: string
  ends: string | null
  words: string | null
  place: string | null
}

/** Dated events of a relation, newest first. */
export async function listEvents(
  actor: Actor,
  filter: {
    relationId: number
    clock: Clock
    theme: string | null
    from: string | null
    to: string | null
    limit: number
  },
): Promise<EventRecord[]> {
  return db.$queryRaw<EventRecord[]>(sql`
    select e.root_id as entry, e.code, k.name as "codeName", e.title, e.theme, e.starts::text as starts, e.ends::text as ends, e.period_words as words, p.name as place
      from relation_scope sc
      cross join lateral (
        select e.* from entry e
         where e.about_id = sc.about_id and e.kind = 'event' and e.starts is not null and ${stands(filter.clock, actor)}
           ${filter.theme ? sql`and e.theme = ${filter.theme}` : sql``}
           ${filter.from ? sql`and e.starts >= ${filter.from}::date` : sql``}
           ${filter.to ? sql`and e.starts < ${filter.to}::date` : sql``}
         order by e.starts desc limit ${filter.limit}) e
      join kind_code k on k.kind = e.kind and k.code = e.code
      left join entity p on p.id = e.place_id
     where sc.relation_id = ${filter.relationId}
     order by e.starts desc, e.root_id desc limit ${filter.limit}`)
}

export type ChangeRecord = {
  entry: number
  kind: string
  what: 'added' | 'corrected' | 'withdrawn'
  at: Date
  title: string
  unit: string | null
  measure: 'level' | 'change' | null
  value: string | null
  valueTo: string | null
  unitMult: number | null
  decimals: number | null
  qualifier: 'exact' | 'about' | 'more_than' | 'less_than' | 'at_least' | 'up_to' | null
  starts: string | null
  ends: string | null
  words: string | null
  why: string | null
}

/** What this database last said differently about a relation: added, corrected (why), withdrawn (why). */
export async function listChanges(
  actor: Actor,
  filter: { relationId: number; clock: Clock; indicator?: string; corrections?: boolean; limit: number },
): Promise<ChangeRecord[]> {
  const ofIndicator = filter.indicator
    ? sql`and e.series_id in (select x.id from series x join indicator y on y.id = x.indicator_id where y.code = ${filter.indicator})`
    : sql``
  return db.$queryRaw<ChangeRecord[]>(sql`
    select c.root_id as entry, c.kind::text as kind, c.what, c.at, coalesce(c.title, pr.title, i.name, c.code) as title, s.unit, s.measure::text as measure,
           c.value::text as value, c.value_to::text as "valueTo", c.unit_mult as "unitMult", c.decimals, c.qualifier::text as qualifier,
           c.starts::text as starts, c.ends::text as ends, c.period_words as words, c.why
      from relation_scope sc
      cross join lateral (
        (select e.*, case when e.version = 1 then 'added' else 'corrected' end as what, e.published_at as at, e.change_reason as why
           from entry e where e.about_id = sc.about_id and e.published_at is not null and ${stands(filter.clock, actor)} ${ofIndicator}
            ${filter.corrections ? sql`and e.version > 1` : sql``}
          order by e.published_at desc limit ${filter.limit})
        union all
        (select e.*, 'withdrawn', e.retired_at, e.retired_reason
           from entry e where e.about_id = sc.about_id and e.retired_at is not null and not e.internal ${ofIndicator}
            and not exists (select from entry n where n.root_id = e.root_id and n.version > e.version and n.published_at is not null)
          order by e.retired_at desc limit ${filter.limit})) c
      left join series s on s.id = c.series_id
      left join indicator i on i.id = s.indicator_id
      left join entry pr on pr.id = c.of_id
     where sc.relation_id = ${filter.relationId}
     order by c.at desc, c.root_id desc limit ${filter.limit}`)
}
