import { type Actor, assertMay } from '@/lib/auth/actor'
import { type Sql, sql } from '@/lib/db/client'
import { rows } from '@/lib/db/rows'
import { stands } from '@/lib/entries/queries'
import { type Asked, everyBit, marked, naming } from '../names/queries'
import { mostFound } from '../schema'

/** The indicators in whose names or definitions words stand: `what (id, bits)`. After `naming`. */
export const measuring = sql`
  what as materialized (
    select i.id, bit_or(a.bit) as bits from asked a join indicator i on words_of_indicator(i.name, i.code, i.definition) @@ a.query group by i.id)`

/** Lines of figures: their indicator holds a word, and what they are about, by or from holds the rest. `line (id, about_id)`. */
export const lines = (asked: Asked, most: number): Sql => sql`
  line as materialized (
    select s.id, s.about_id from what w join series s on s.indicator_id = w.id
      left join around a on a.id = s.about_id left join who r on r.id = s.reporter_id left join who o on o.id = s.origin_id
     where w.bits | coalesce(a.bits, 0) | coalesce(r.bits, 0) | coalesce(o.bits, 0) = ${everyBit(asked)}
     order by a.bits is null, s.measure, s.scope <> '', s.reporter_id is null, s.id limit ${most})`

export type FoundIndicator = {
  code: string
  /** With `marks` around found words. */
  name: string
  theme: string
  unit: string
  relation: string
  relationName: string
  found: number
}

/** Indicators of which a relation has figures, one row for each relation; all where no words are asked for. */
export async function listIndicatorsFound(
  actor: Actor,
  asked: Asked,
  page: { limit: number; offset: number },
): Promise<FoundIndicator[]> {
  assertMay(actor, 'read')
  const every = asked.queries.length === 0
  return rows<FoundIndicator>(sql`
    with ${naming(asked)}, ${measuring},
    pair as (
      select sc.relation_id, s.indicator_id, bit_or(${every ? sql`0` : sql`w.bits | coalesce(a.bits, 0) | coalesce(r.bits, 0)`}) as bits
        from ${every ? sql`series s` : sql`what w join series s on s.indicator_id = w.id`}
        join relation_scope sc on sc.about_id = s.about_id
        left join around a on a.id = s.about_id left join around r on r.id = sc.relation_id
       group by sc.relation_id, s.indicator_id),
    fitting as materialized (
      select p.relation_id, p.indicator_id, ${every ? sql`0::real` : sql`ts_rank(words_of_indicator(i.name, i.code, i.definition), ${asked.queries.join(' | ')}::tsquery)`} as rank
        from pair p join indicator i on i.id = p.indicator_id
       where p.bits = ${everyBit(asked)}
         and exists (select from relation_scope sc join series s on s.about_id = sc.about_id and s.indicator_id = p.indicator_id
           join entry e on e.series_id = s.id and e.kind = 'observation' where sc.relation_id = p.relation_id and ${stands(asked.clock, actor)})
       limit ${mostFound}),
    listed as (select f.*, i.headline, (select count(*)::int from fitting) as found from fitting f join indicator i on i.id = f.indicator_id
      order by f.rank desc, i.headline nulls last, i.name, f.relation_id limit ${page.limit} offset ${page.offset})
    select i.code, ${marked(sql`i.name`, asked)} as name, i.theme, i.unit, r.slug as relation, r.name as "relationName", l.found
      from listed l join indicator i on i.id = l.indicator_id join entity r on r.id = l.relation_id
     order by l.rank desc, l.headline nulls last, i.name, l.relation_id`)
}
