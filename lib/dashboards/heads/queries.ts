import { type Actor, assertMay } from '@/lib/auth/actor'
import { sql } from '@/lib/db/client'
import { rows } from '@/lib/db/rows'
import { Slug } from '@/lib/entities/schema'
import { type Clock, open, stands } from '@/lib/entries/queries'

export type HeadRecord = {
  id: number
  slug: string
  name: string
  countries: { slug: string; name: string }[]
  /** Ids of all that the relation shows: itself, its countries, and what holds both. */
  scope: number[]
  /** The last publication of what stands. */
  changedAt: Date | null
  /** The first publication of all, whatever the clocks. */
  firstAt: Date | null
}

const columns = (clock: Clock, actor: Actor) => sql`
  r.id, r.slug, r.name,
  (select json_agg(json_build_object('slug', c.slug, 'name', c.name) order by c.slug) from entity_member m join entity c on c.id = m.member_id where m.entity_id = r.id) as countries,
  (select array_agg(s.about_id) from relation_scope s where s.relation_id = r.id) as scope,
  (select max(x.at) from relation_scope s cross join lateral (
     select e.published_at as at from entry e where e.about_id = s.about_id and ${stands(clock, actor)} order by e.published_at desc limit 1) x
    where s.relation_id = r.id) as "changedAt",
  (select min(x.at) from relation_scope s cross join lateral (
     select e.published_at as at from entry e where e.about_id = s.about_id and e.published_at is not null and ${open(actor)} order by e.published_at limit 1) x
    where s.relation_id = r.id) as "firstAt"`

export type IndicatorRecord = {
  code: string
  name: string
  definition: string
  theme: string
  unit: string
  frequency: string
  desired: -1 | 0 | 1
  headline: number | null
}

/** `alongCorridors`: ids of whose figures the pages of its corridors show besides; null where it has none. */
export type FoundRelation = HeadRecord & { alongCorridors: number[] | null; indicator: IndicatorRecord | null }

/** A relation by its slug, with the definition of an indicator where one is asked for; null when either does not exist. */
export async function findRelation(
  actor: Actor,
  slug: string,
  clock: Clock,
  code: string | null = null,
): Promise<FoundRelation | null> {
  assertMay(actor, 'read')
  if (![slug, code ?? slug].every((name) => Slug.safeParse(name).success)) return null
  const [head] = await rows<FoundRelation>(sql`
    select ${columns(clock, actor)},
           (select array_agg(distinct c.about_id) from relation_scope s join corridor_scope c on c.corridor_id = s.about_id
             where s.relation_id = r.id) as "alongCorridors",
           (select json_build_object('code', i.code, 'name', i.name, 'definition', i.definition, 'theme', i.theme,
              'unit', i.unit, 'frequency', i.frequency, 'desired', i.desired, 'headline', i.headline)
              from indicator i where i.code = ${code}) as indicator
      from entity r where r.slug = ${slug} and r.kind = 'relation'`)
  return head && (code === null || head.indicator) ? head : null
}

/** Relations by the day something was last published about them, newest first, with how much is promised. */
export async function listRelations(
  actor: Actor,
  clock: Clock,
  limit: number,
): Promise<(HeadRecord & { promises: number })[]> {
  assertMay(actor, 'read')
  return rows<HeadRecord & { promises: number }>(sql`
    select ${columns(clock, actor)},
           (select count(*)::int from relation_scope s join entry e on e.about_id = s.about_id
             where s.relation_id = r.id and e.kind in ('target','commitment') and ${stands(clock, actor)}) as promises
      from entity r where r.kind = 'relation' order by "changedAt" desc nulls last, r.slug limit ${limit}`)
}

/** Indicators of which figures stand among what a relation shows. */
export async function listShownIndicators(
  actor: Actor,
  scope: readonly number[],
  clock: Clock,
): Promise<{ code: string; name: string }[]> {
  assertMay(actor, 'read')
  return rows<{ code: string; name: string }>(sql`
    select i.code, i.name from indicator i
     where exists (select from series s where s.about_id = any(${[...scope]}) and s.indicator_id = i.id
       and exists (select from entry e where e.series_id = s.id and ${stands(clock, actor)}))
     order by i.headline nulls last, i.name`)
}
