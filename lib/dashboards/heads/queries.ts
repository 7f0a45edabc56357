import { type Actor, assertMay } from '@/lib/auth/actor'
import { db, sql } from '@/lib/db/client'

export type HeadRecord = {
  id: number
  slug: string
  name: string
  countries: { slug: string; name: string }[]
  changedAt: Date | null
  promises: number
}

const columns = sql`
  r.id, r.slug, r.name,
  (select json_agg(json_build_object('slug', c.slug, 'name', c.name) order by c.slug) from entity_member m join entity c on c.id = m.member_id where m.entity_id = r.id) as countries,
  (select max(x.at) from relation_scope s cross join lateral (
     select e.published_at as at from entry e where e.about_id = s.about_id and e.published_at is not null and not e.internal order by e.published_at desc limit 1) x
    where s.relation_id = r.id) as "changedAt",
  (select count(*)::int from relation_scope s join entry e on e.about_id = s.about_id
    where s.relation_id = r.id and e.kind in ('target','commitment') and e.published_at is not null and e.retired_at is null and not e.internal) as promises`

/** A relation by its slug; null when there is none. */
export async function findRelation(actor: Actor, slug: string): Promise<HeadRecord | null> {
  assertMay(actor, 'read')
  const [head] = await db.$queryRaw<HeadRecord[]>(
    sql`select ${columns} from entity r where r.slug = ${slug.slice(0, 80)} and r.kind = 'relation'`,
  )
  return head ?? null
}

/** Relations by the day something was last published about them, newest first. */
export async function listRelations(actor: Actor, limit: number): Promise<HeadRecord[]> {
  assertMay(actor, 'read')
  return db.$queryRaw<HeadRecord[]>(
    sql`select ${columns} from entity r where r.kind = 'relation' order by "changedAt" desc nulls last, r.slug limit ${limit}`,
  )
}

/** Indicators that a relation has published figures of. */
export async function listShownIndicators(actor: Actor, relationId: number): Promise<{ code: string; name: string }[]> {
  assertMay(actor, 'read')
  return db.$queryRaw<{ code: string; name: string }[]>(sql`
    select i.code, i.name from indicator i
     where exists (select from relation_scope sc join series s on s.about_id = sc.about_id
       where sc.relation_id = ${relationId} and s.indicator_id = i.id
         and exists (select from entry e where e.series_id = s.id and e.published_at is not null and e.retired_at is null))
     order by i.headline nulls last, i.name`)
}

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

/** An indicator's definition; null when there is none of that code. */
export async function findIndicator(actor: Actor, code: string): Promise<IndicatorRecord | null> {
  assertMay(actor, 'read')
  const [found] = await db.$queryRaw<IndicatorRecord[]>(
    sql`select code, name, definition, theme, unit, frequency, desired, headline from indicator where code = ${code.slice(0, 80)}`,
  )
  return found ?? null
}
