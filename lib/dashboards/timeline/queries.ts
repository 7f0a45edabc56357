import { type Actor, assertMay } from '@/lib/auth/actor'
import { type Sql, sql } from '@/lib/db/client'
import { rows } from '@/lib/db/rows'
import { andOfThemes, type Clock, open, published, retired, stands } from '@/lib/entries/queries'

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

/**
 * What makes an event stand on the time line and mark the charts: it has a day, and it had not ended before the days
 * asked for. On the table alias `e`; the one condition for both.
 */
export const isDatedEvent = ({ from, to }: { from: string | null; to: string | null }): Sql => sql`
  (e.kind = 'event' and e.starts is not null
    ${from ? sql`and (e.ends > ${from}::date or e.starts >= ${from}::date)` : sql``}
    ${to ? sql`and e.starts < ${to}::date` : sql``})`

/** Dated events of a relation, newest first. */
export async function listEvents(
  actor: Actor,
  filter: {
    scope: readonly number[]
    clock: Clock
    theme: string | readonly string[] | null
    from: string | null
    to: string | null
    limit: number
  },
): Promise<EventRecord[]> {
  assertMay(actor, 'read')
  return rows<EventRecord>(sql`
    select e.root_id as entry, e.code, k.name as "codeName", e.title, e.theme, e.starts::text as starts, e.ends::text as ends, e.period_words as words, p.name as place
      from unnest(${[...filter.scope]}::int[]) sc(about_id)
      cross join lateral (
        select e.* from entry e
         where e.about_id = sc.about_id and ${isDatedEvent(filter)} and ${stands(filter.clock, actor)}
           ${andOfThemes(filter.theme)}
         order by e.starts desc limit ${filter.limit}) e
      join kind_code k on k.kind = e.kind and k.code = e.code
      left join entity p on p.id = e.place_id
     order by e.starts desc, e.root_id desc limit ${filter.limit}`)
}

export type ChangeRecord = {
  entry: number
  kind: string
  what: 'added' | 'corrected' | 'withdrawn'
  at: Date
  /** What it is about; of a step, what it is a step of. */
  title: string
  step: string | null
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
  /** What a corrected version said before. */
  before: Pick<
    ChangeRecord,
    'value' | 'valueTo' | 'unitMult' | 'decimals' | 'qualifier' | 'starts' | 'ends' | 'words'
  > | null
}

/** What this database last said differently about a relation by the edition: added, corrected (why), withdrawn (why). */
export async function listChanges(
  actor: Actor,
  filter: {
    scope: readonly number[]
    clock: Clock
    theme: string | readonly string[] | null
    indicator?: string
    corrections?: boolean
    limit: number
  },
): Promise<ChangeRecord[]> {
  assertMay(actor, 'read')
  const { clock } = filter
  const asked = sql`
    ${andOfThemes(filter.theme)}
    ${filter.indicator ? sql`and e.series_id in (select x.id from series x join indicator y on y.id = x.indicator_id where y.code = ${filter.indicator})` : sql``}`
  return rows<ChangeRecord>(sql`
    select c.root_id as entry, c.kind::text as kind, c.what, c.at, coalesce(c.title, i.name, pr.title, pi.name) as title,
           case when c.of_id is not null then c.code end as step, s.unit, s.measure::text as measure,
           c.value::text as value, c.value_to::text as "valueTo", c.unit_mult as "unitMult", c.decimals, c.qualifier::text as qualifier,
           c.starts::text as starts, c.ends::text as ends, c.period_words as words, c.why,
           case when c.what = 'corrected' then (
             select json_build_object('value', b.value::text, 'valueTo', b.value_to::text, 'unitMult', b.unit_mult, 'decimals', b.decimals,
                      'qualifier', b.qualifier, 'starts', b.starts, 'ends', b.ends, 'words', b.period_words)
               from entry b where b.root_id = c.root_id and b.version < c.version and b.published_at is not null order by b.version desc limit 1) end as before
      from unnest(${[...filter.scope]}::int[]) sc(about_id)
      cross join lateral (
        (select e.*, case when e.version = 1 then 'added' else 'corrected' end as what, e.published_at as at, e.change_reason as why
           from entry e where e.about_id = sc.about_id and ${stands(clock, actor)} ${asked}
            ${filter.corrections ? sql`and e.version > 1` : sql``}
          order by e.published_at desc limit ${filter.limit})
        union all
        (select e.*, 'withdrawn', e.retired_at, e.retired_reason
           from entry e where e.about_id = sc.about_id and e.retired_at is not null and ${retired(clock)} is not null
            and e.known_on <= ${clock.known}::date and ${open(actor)} ${asked}
            and not exists (select from entry n where n.root_id = e.root_id and n.version > e.version and n.published_at <= e.retired_at)
          order by e.retired_at desc limit ${filter.limit})) c
      left join series s on s.id = c.series_id
      left join indicator i on i.id = s.indicator_id
      left join lateral (select e.* from entry e where e.root_id = c.of_id and ${published(clock)} order by e.version desc limit 1) pr on true
      left join series ps on ps.id = pr.series_id
      left join indicator pi on pi.id = ps.indicator_id
     order by c.at desc, c.root_id desc limit ${filter.limit}`)
}
