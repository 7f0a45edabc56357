import { type Actor, assertMay } from '@/lib/auth/actor'
import { sql } from '@/lib/db/client'
import { rows } from '@/lib/db/rows'
import { type Clock, stands } from '@/lib/entries/queries'
import { columns, firstEvidence, named } from '../points/queries'
import type { PointRow } from '../points/rules'

/** A line that is asked for by names: what is counted about whom, by whom, as the relation shows it. */
export type LineAsked = {
  relation: string
  indicator: string
  about: string
  reporter: string | null
  origin: string | null
  measure: 'level' | 'change'
  /** Null = the indicator's own; of changes rates and multiples. */
  unit: string | null
  scope: string
}
/** `place` is that of the line among those asked for, from 1. */
export type LinePoint = PointRow & { place: number; relation: string; relationName: string }

/** Dated observations of lines of one relation or of several, newest first within each; lines that are not there give none. */
export async function listLinePoints(
  actor: Actor,
  lines: readonly LineAsked[],
  filter: { clock: Clock; from: string | null; to: string | null; perSeries: number },
): Promise<LinePoint[]> {
  assertMay(actor, 'read')
  if (!lines.length) return []
  const column = (of: (line: LineAsked) => string) => sql`${lines.map(of)}::text[]`
  return rows<LinePoint>(sql`
    select k.place::int as place, rel.slug as relation, rel.name as "relationName", ${columns}
      from unnest(${column((l) => l.relation)}, ${column((l) => l.indicator)}, ${column((l) => l.about)}, ${column((l) => l.reporter ?? '')},
                  ${column((l) => l.origin ?? '')}, ${column((l) => l.measure)}, ${column((l) => l.unit ?? '')}, ${column((l) => l.scope)})
           with ordinality k(relation, indicator, about, reporter, origin, measure, unit, scope, place)
      join entity rel on rel.slug = k.relation and rel.kind = 'relation'
      join indicator i on i.code = k.indicator
      join entity a on a.slug = k.about and a.id in (select sc.about_id from relation_scope sc where sc.relation_id = rel.id)
      join series s on s.about_id = a.id and s.indicator_id = i.id and s.measure::text = k.measure and s.scope = k.scope
       and (case when k.unit <> '' then s.unit = k.unit when s.measure = 'change' then s.unit in ('PCT', 'TIMES') else s.unit = i.unit end)
      left join entity r on r.id = s.reporter_id
      left join entity o on o.id = s.origin_id
      cross join lateral (
        select e.* from entry e
         where e.series_id = s.id and e.kind = 'observation' and e.rank <> 'deprecated' and e.starts is not null and e.ends is not null and ${stands(filter.clock, actor)}
           ${filter.from ? sql`and e.ends > ${filter.from}::date` : sql``}
           ${filter.to ? sql`and e.starts < ${filter.to}::date` : sql``}
         order by e.ends desc, e.starts desc limit ${filter.perSeries}) e
      ${firstEvidence}
     where coalesce(r.slug, '') = k.reporter and coalesce(o.slug, '') = k.origin
     order by k.place, s.id, e.ends desc, e.starts desc, e.rank, e.root_id`)
}

/** A line that can be chosen, with the names of its parts and how many dated figures it has. */
export type LineChoice = LineAsked & {
  unit: string
  indicatorName: string
  indicatorUnit: string
  theme: string
  aboutName: string
  reporterName: string | null
  originName: string | null
  relationName: string
  figures: number
  first: string
  last: string
}

/** Lines with dated figures that relations show, the relation's own and the headline indicators first. */
export async function listLineChoices(
  actor: Actor,
  relations: readonly string[],
  filter: { clock: Clock; perRelation: number },
): Promise<LineChoice[]> {
  assertMay(actor, 'read')
  return rows<LineChoice>(sql`
    select line.* from unnest(${[...relations]}::text[]) with ordinality k(slug, place)
      join entity rel on rel.slug = k.slug and rel.kind = 'relation'
      cross join lateral (
        select rel.slug as relation, rel.name as "relationName", i.code as indicator, i.name as "indicatorName", i.unit as "indicatorUnit", i.theme,
               a.slug as about, a.name as "aboutName", r.slug as reporter, r.name as "reporterName", o.slug as origin, o.name as "originName",
               s.measure::text as measure, s.unit, s.scope, n.figures, n.first, n.last, i.headline, s.id
          from relation_scope sc
          join series s on s.about_id = sc.about_id
          join indicator i on i.id = s.indicator_id
          ${named}
          cross join lateral (
            select count(*)::int as figures, min(extract(year from x.starts))::int::text as first, max(extract(year from x.ends - 1))::int::text as last
              from (select e.starts, e.ends from entry e
                     where e.series_id = s.id and e.kind = 'observation' and e.rank <> 'deprecated' and e.starts is not null and e.ends is not null
                       and ${stands(filter.clock, actor)}
                     order by e.ends desc limit 1000) x) n
         where sc.relation_id = rel.id and n.figures > 0
         order by i.headline nulls last, i.code, s.measure, r.slug nulls last, o.slug, s.scope, s.id limit ${filter.perRelation}) line
     order by k.place, line.headline nulls last, line.indicator, line.measure desc, line.reporter nulls last, line.origin, line.scope, line.id`)
}

/** Relations by name, for choosing one. */
export async function listRelationNames(actor: Actor, limit: number): Promise<{ slug: string; name: string }[]> {
  assertMay(actor, 'read')
  return rows<{ slug: string; name: string }>(
    sql`select slug, name from entity where kind = 'relation' order by name, slug limit ${limit}`,
  )
}
