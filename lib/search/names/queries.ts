import { type Actor, assertMay, may } from '@/lib/auth/actor'
import { type Sql, sql } from '@/lib/db/client'
import { rows } from '@/lib/db/rows'
import { type Clock, stands } from '@/lib/entries/queries'
import { marks } from '@/lib/library/schema'
import { mostFound } from '../schema'

/** What is looked for: a `tsquery` for each word, and the clock of the page. */
export type Asked = { queries: readonly string[]; clock: Clock }

/** A bit for each word: together they say which of the words were found. */
export const everyBit = ({ queries }: Asked): number => 2 ** queries.length - 1

/** `asked (bit, query)`, and the entities in whose names words stand: `who (id, bits)`; with their members' for relations: `around`. */
export const naming = ({ queries }: Asked): Sql => sql`
  asked as materialized (select 1 << (n - 1)::int as bit, q::tsquery as query from unnest(${[...queries]}::text[]) with ordinality t (q, n)),
  who as materialized (
    select h.id, bit_or(h.bit) as bits from (
      select e.id, a.bit from asked a join entity e on to_tsvector('simple', e.name) @@ a.query
      union all select n.entity_id, a.bit from asked a join entity_alias n on to_tsvector('simple', n.name) @@ a.query) h group by h.id),
  around as materialized (
    select h.id, bit_or(h.bits) as bits from (
      select id, bits from who
      union all select m.entity_id, w.bits from who w join entity_member m on m.member_id = w.id
        join entity r on r.id = m.entity_id and r.kind = 'relation') h group by h.id)`

/** A text with the words that were found in it between `marks`. */
export const marked = (text: Sql, { queries }: Asked): Sql =>
  queries.length
    ? sql`ts_headline('simple', translate(${text}, ${marks.start + marks.stop}, ''), ${queries.join(' | ')}::tsquery,
        ${`StartSel=${marks.start},StopSel=${marks.stop},HighlightAll=true`})`
    : text

/** A relation shows it, or something that stands is about it, by it, from it, in it, or published by it. On the alias `x`. */
const takesPart = (clock: Clock, actor: Actor): Sql => {
  const standing = stands(clock, actor)
  return sql`(x.kind = 'relation'
    or exists (select from entity_member m join entity r on r.id = m.entity_id and r.kind = 'relation' where m.member_id = x.id)
    or exists (select from entry e where e.about_id = x.id and ${standing})
    or exists (select from entry_party p join entry e on e.id = p.entry_id where p.entity_id = x.id and ${standing})
    or exists (select from evidence v join entry e on e.id = v.entry_id where v.speaker_id = x.id and ${standing})
    or exists (select from entry e where e.place_id = x.id and ${standing})
    or exists (select from series s join entry e on e.series_id = s.id where s.reporter_id = x.id and ${standing})
    or exists (select from series s join entry e on e.series_id = s.id where s.origin_id = x.id and ${standing})
    or exists (select from source s join evidence v on v.source_id = s.id join entry e on e.id = v.entry_id where s.publisher_id = x.id and ${standing}))`
}

export type FoundName = {
  slug: string
  kind: string
  /** With `marks` around found words. */
  name: string
  /** Another name in which they stand; null where the name itself holds them. */
  alias: string | null
  /** The first relations that show it. */
  relations: { slug: string; name: string }[]
  publishes: boolean
  found: number
}

/** Which of the rows that fit are shown. */
export type Page = { limit: number; offset: number }

/**
 * Relations, and everybody and everything else that has a name, in which all words stand; of each the closest first. A
 * relation also has the names of its countries.
 */
export async function listNames(
  actor: Actor,
  asked: Asked,
  pages: { relation: Page; entity: Page },
): Promise<FoundName[]> {
  assertMay(actor, 'read')
  if (!asked.queries.length) return []
  const any = asked.queries.join(' | ')
  const { relation, entity } = pages
  return rows<FoundName>(sql`
    with ${naming(asked)},
    fitting as materialized (
      (select x.id, true as pair, ts_rank(to_tsvector('simple', x.name), ${any}::tsquery) as rank, length(x.name) as size
        from around f join entity x on x.id = f.id and x.kind = 'relation' where f.bits = ${everyBit(asked)} limit ${mostFound})
      union all
      (select x.id, false, ts_rank(to_tsvector('simple', x.name), ${any}::tsquery), length(x.name)
        from who f join entity x on x.id = f.id and x.kind <> 'relation' where f.bits = ${everyBit(asked)}
         ${may(actor, 'internal.read') ? sql`` : sql`and ${takesPart(asked.clock, actor)}`} limit ${mostFound})),
    placed as (
      select f.*, row_number() over (partition by f.pair order by f.rank desc, f.size, f.id) as place, (count(*) over (partition by f.pair))::int as found
        from fitting f),
    listed as (
      select * from placed where case when pair then place > ${relation.offset} and place <= ${relation.offset + relation.limit}
        else place > ${entity.offset} and place <= ${entity.offset + entity.limit} end)
    select x.slug, x.kind::text as kind, ${marked(sql`x.name`, asked)} as name,
           case when l.rank = 0 then (select ${marked(sql`n.name`, asked)} from entity_alias n
             where n.entity_id = x.id and to_tsvector('simple', n.name) @@ ${any}::tsquery order by length(n.name), n.name limit 1) end as alias,
           coalesce((select json_agg(json_build_object('slug', r.slug, 'name', r.name) order by r.name) from (
             select r.slug, r.name from relation_scope sc join entity r on r.id = sc.relation_id
              where sc.about_id = x.id and not l.pair order by r.name limit 3) r), '[]') as relations,
           exists (select from source s where s.publisher_id = x.id) as publishes, l.found
      from listed l join entity x on x.id = l.id
     order by l.pair desc, l.place`)
}

/** The name of somebody or something by its slug; null where there is none. */
export async function findName(actor: Actor, slug: string, clock: Clock): Promise<{ id: number; name: string } | null> {
  assertMay(actor, 'read')
  const [found] = await rows<{ id: number; name: string }>(
    sql`select x.id, x.name from entity x where x.slug = ${slug} ${may(actor, 'internal.read') ? sql`` : sql`and ${takesPart(clock, actor)}`}`,
  )
  return found ?? null
}
