import { type Actor, assertMay } from '@/lib/auth/actor'
import { sql } from '@/lib/db/client'
import { rows } from '@/lib/db/rows'
import type { Quantity } from '@/lib/quantities/schema'
import type { Stored } from './rules'

type Row = Omit<Stored, 'quantity'> & {
  value: string | null
  valueTo: string | null
  unitMult: number | null
  decimals: number | null
  qualifier: Quantity['qualifier'] | null
}

/** As many of each kind about an entity are compared with; the newest. */
const most = 600

/**
 * What stands, and what is in draft, about these entities: everything an article's candidates are compared with, in one
 * statement. `indicators` bounds the figures. Needs `internal.read`.
 */
export async function listComparable(
  actor: Actor,
  abouts: readonly string[],
  indicators: readonly string[],
): Promise<Stored[]> {
  assertMay(actor, 'internal.read')
  if (!abouts.length) return []
  const found = await rows<Row>(sql`
    select e.id, e.root_id as "rootId", e.kind::text as kind, e.published_at is not null as published, a.slug as about, e.title,
           e.starts::text as starts, e.ends::text as ends, e.period_words as words, i.code as indicator, r.slug as reporter, r.name as "reporterName", o.slug as origin,
           s.measure::text as measure, s.unit, s.scope, e.value::text as value, e.value_to::text as "valueTo",
           e.unit_mult as "unitMult", e.decimals, e.qualifier::text as qualifier,
           array(select distinct v.source_id from evidence v where v.entry_id = e.id) as sources
      from entry e
      join entity a on a.id = e.about_id and a.slug = any(${[...abouts]})
      left join series s on s.id = e.series_id
      left join indicator i on i.id = s.indicator_id
      left join entity r on r.id = s.reporter_id
      left join entity o on o.id = s.origin_id
     where e.retired_at is null and e.state <> 'rejected'
       and (e.series_id is null and e.kind in ('event', 'agreement', 'commitment') or i.code = any(${[...indicators]}))
     order by e.id desc limit ${most}`)
  return found.map(({ value, valueTo, unitMult, decimals, qualifier, ...row }) => ({
    ...row,
    quantity:
      value === null ? null : { value, valueTo, unitMult: unitMult!, decimals: decimals!, qualifier: qualifier! },
  }))
}
