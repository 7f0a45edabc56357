import { type Actor, assertMay, may } from '@/lib/auth/actor'
import { type Sql, sql } from '@/lib/db/client'
import { rows } from '@/lib/db/rows'
import { type Clock, stands } from '@/lib/entries/queries'
import { mayReadText } from '@/lib/sources/audience/queries'
import { type LibraryFilters, marks } from '../schema'

/** Those of `dictionary_of` in migration 0006. */
const dictionaries = [
  'arabic',
  'english',
  'french',
  'german',
  'italian',
  'portuguese',
  'russian',
  'simple',
  'spanish',
  'turkish',
] // prettier-ignore

const around = `StartSel=${marks.start},StopSel=${marks.stop}`
const clean = (text: Sql) => sql`translate(${text}, ${marks.start + marks.stop}, '')`

/** A megabyte takes a third of a second to look through; where the words stand later, no snippet is shown. */
const lookedThrough = 60_000
/** Of words that many quotes hold, the newest of those are looked at. */
const lookedAt = 2000

/**
 * The one condition for a source to be shown, on the table alias `s`: something that stands for the clock and this actor
 * rests on it, and the world could read it by then. The desk sees those on which nothing rests yet, too.
 */
export function shown(clock: Clock, actor: Actor): Sql {
  const known = sql`coalesce(s.published_on, s.accessed_on) <= ${clock.known}::date`
  if (may(actor, 'internal.read') && clock.edition === null) return known
  return sql`(${known} and exists (select from evidence v join entry e on e.id = v.entry_id where v.source_id = s.id and ${stands(clock, actor)}))`
}

export type FoundSource = {
  id: number
  /** With `marks` around found words. */
  title: string
  publisher: string
  publishedOn: string | null
  accessedOn: string
  language: string
  stored: boolean
  /** A passage of the text, or quotes, with `marks` around found words. */
  snippets: string[]
  counts: { kind: string; count: number }[]
  /** What the list is ordered by: the rank, or the day. */
  order: string
  found: number
}

/** Sources that fit, best first when words are searched for, else newest first. One row more than `limit` tells of a next page. */
export async function listFound(
  actor: Actor,
  filters: LibraryFilters,
  clock: Clock,
  limit: number,
): Promise<FoundSource[]> {
  assertMay(actor, 'read')
  const { q, publisher, language, relation, year, text, after } = filters
  const standing = stands(clock, actor)
  const readable = mayReadText(actor)
  const asked = sql`asked as materialized (
    select d as dictionary, websearch_to_tsquery(d::regconfig, ${q ?? ''}) as query from unnest(${dictionaries}::text[]) d)`
  // Each dictionary's query meets only texts read by the same one, so that "-word" means what it says.
  const hits = sql`hits as (
    select h.source_id, sum(h.rank)::float4 as rank from (
      select x.source_id, ts_rank_cd(case when s.text is not null and ${readable} then x.whole else x.head end, a.query) as rank
        from asked a join source_search x on x.dictionary = a.dictionary join source s on s.id = x.source_id
       where x.head @@ a.query or (x.whole @@ a.query and ${readable})
      union all
      select v.source_id, max(v.rank)
        from asked a cross join lateral quotes_holding(a.query, ${lookedAt}) v
        join source_search x on x.source_id = v.source_id and x.dictionary = a.dictionary
        join entry e on e.id = v.entry_id
       where ${standing} group by v.source_id) h group by h.source_id)`
  const fits = [
    shown(clock, actor),
    publisher && sql`p.slug = ${publisher}`,
    language && sql`s.language = ${language}`,
    year &&
      sql`s.published_on >= make_date(${Number(year)}, 1, 1) and s.published_on < make_date(${Number(year) + 1}, 1, 1)`,
    text && (text === 'stored' ? sql`s.text is not null` : sql`s.text is null`),
    relation &&
      sql`exists (select from evidence v join entry e on e.id = v.entry_id
            join relation_scope sc on sc.about_id = e.about_id join entity r on r.id = sc.relation_id
           where v.source_id = s.id and r.slug = ${relation} and ${standing})`,
  ].filter((condition) => condition !== null && condition !== '')
  const where = fits.reduce((all, one) => sql`${all} and ${one}`)
  // What bears no date comes last.
  const order = q ? sql`h.rank` : sql`coalesce(s.published_on, date '0001-01-01')`
  const from =
    after &&
    (q
      ? sql`(f.sort, f.id) < (${after.order}::float4, ${after.id})`
      : sql`(f.sort, f.id) < (${after.order}::date, ${after.id})`)
  const title = q
    ? sql`ts_headline(x.dictionary::regconfig, ${clean(sql`s.title`)}, a.query, ${`${around},HighlightAll=true`})`
    : sql`s.title`
  const snippets = q
    ? sql`case when s.text is not null and x.whole @@ a.query and ${readable}
            then array[ts_headline(x.dictionary::regconfig, ${clean(sql`left(s.text, ${lookedThrough})`)}, a.query,
              ${`${around},MaxFragments=2,MaxWords=28,MinWords=12,FragmentDelimiter=" … "`})]
            else array(select ts_headline(x.dictionary::regconfig, ${clean(sql`w.quote`)}, a.query, ${`${around},HighlightAll=true`})
              from (select distinct v.quote, ts_rank_cd(v.words, a.query) as rank from evidence v join entry e on e.id = v.entry_id
                     where v.source_id = s.id and v.words @@ a.query and ${standing} order by rank desc, v.quote limit 2) w) end`
    : sql`'{}'::text[]`
  return rows<FoundSource>(sql`
    with ${q ? sql`${asked}, ${hits},` : sql``}
    fitting as (
      select s.id, ${order} as sort from ${q ? sql`hits h join source s on s.id = h.source_id` : sql`source s`}
        join entity p on p.id = s.publisher_id where ${where}),
    listed as (select f.id, f.sort, (select count(*)::int from fitting) as found from fitting f
      where ${from ?? sql`true`} order by f.sort desc, f.id desc limit ${limit + 1})
    select s.id, ${title} as title, p.name as publisher, s.published_on::text as "publishedOn", s.accessed_on::text as "accessedOn",
           s.language, s.text is not null as stored, ${snippets} as snippets, l.sort::text as "order", l.found,
           coalesce((select json_agg(json_build_object('kind', k.kind, 'count', k.count) order by k.kind)
              from (select e.kind, count(distinct e.root_id)::int as count from evidence v join entry e on e.id = v.entry_id
                     where v.source_id = s.id and ${standing} group by e.kind) k), '[]') as counts
      from listed l join source s on s.id = l.id join entity p on p.id = s.publisher_id
      ${q ? sql`join source_search x on x.source_id = s.id join asked a on a.dictionary = x.dictionary` : sql``}
     order by l.sort desc, s.id desc`)
}

export type Facets = {
  all: number
  publishers: { value: string; label: string; count: number }[]
  languages: { value: string; count: number }[]
  relations: { value: string; label: string }[]
  /** False where the search holds only words that every text holds, or signs. */
  asks: boolean
}

/** What there is to choose from: publishers, languages and relations of all that this actor may see. */
export async function listFacets(actor: Actor, q: string | null, clock: Clock): Promise<Facets> {
  assertMay(actor, 'read')
  const [facets] = await rows<Facets>(sql`
    with visible as materialized (select s.publisher_id, s.language from source s where ${shown(clock, actor)})
    select (select count(*)::int from visible) as all,
           coalesce((select json_agg(json_build_object('value', p.slug, 'label', p.name, 'count', c.count) order by c.count desc, p.name)
              from (select publisher_id, count(*)::int as count from visible group by 1) c join entity p on p.id = c.publisher_id), '[]') as publishers,
           coalesce((select json_agg(json_build_object('value', c.language, 'count', c.count) order by c.count desc, c.language)
              from (select language, count(*)::int as count from visible group by 1) c), '[]') as languages,
           coalesce((select json_agg(json_build_object('value', r.slug, 'label', r.name) order by r.name) from entity r where r.kind = 'relation'), '[]') as relations,
           ${q === null} or exists (select from unnest(${dictionaries}::text[]) d where numnode(websearch_to_tsquery(d::regconfig, ${q ?? ''})) > 0) as asks`)
  return facets!
}
