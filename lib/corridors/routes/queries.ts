import { type Actor, assertMay } from '@/lib/auth/actor'
import { sql } from '@/lib/db/client'
import { rows } from '@/lib/db/rows'
import type { CorridorRole } from '@/lib/indicators/schema'
import type { LegMode } from '../schema'

export type NodeRecord = { slug: string; name: string; country: string | null; lat: number; lon: number }
export type LegRecord = { from: string; to: string; mode: LegMode; about: string | null; aboutName: string | null }

/** A corridor as it is drawn, with whose figures its page shows. */
export type RouteRecord = {
  id: number
  slug: string
  name: string
  revision: number
  countries: { slug: string; name: string }[]
  nodes: NodeRecord[]
  legs: LegRecord[]
  /** Ids of whose figures its page shows: its own, its countries', those of its nodes and legs. */
  about: number[]
  /** What indicators say of corridors, by code. */
  roles: Record<string, CorridorRole>
}

const columns = sql`
  c.id, c.slug, c.name, c.revision,
  coalesce((select json_agg(json_build_object('slug', m.slug, 'name', m.name) order by m.name)
     from entity_member x join entity m on m.id = x.member_id and m.kind = 'country' where x.entity_id = c.id), '[]') as countries,
  coalesce((select json_agg(json_build_object('slug', p.slug, 'name', p.name, 'lat', p.lat::float, 'lon', p.lon::float,
       'country', (select k.name from entity_member y join entity k on k.id = y.member_id and k.kind = 'country' where y.entity_id = p.id order by k.name limit 1))
     order by n.place) from corridor_node n join entity p on p.id = n.entity_id where n.corridor_id = c.id), '[]') as nodes,
  coalesce((select json_agg(json_build_object('from', f.slug, 'to', t.slug, 'mode', l.mode, 'about', a.slug, 'aboutName', a.name)
     order by nf.place, nt.place, l.mode)
     from corridor_leg l
     join corridor_node nf on nf.corridor_id = l.corridor_id and nf.entity_id = l.from_id join entity f on f.id = l.from_id
     join corridor_node nt on nt.corridor_id = l.corridor_id and nt.entity_id = l.to_id join entity t on t.id = l.to_id
     left join entity a on a.id = l.about_id where l.corridor_id = c.id), '[]') as legs,
  (select array_agg(s.about_id order by s.about_id) from corridor_scope s where s.corridor_id = c.id) as about,
  coalesce((select json_object_agg(i.code, i.corridor_role) from indicator i where i.corridor_role is not null), '{}') as roles`

/** The corridors among what a relation shows, those with the most nodes first. */
export async function listRoutes(actor: Actor, scope: readonly number[]): Promise<RouteRecord[]> {
  assertMay(actor, 'read')
  return rows<RouteRecord>(sql`
    select ${columns} from entity c
     where c.id = any(${[...scope]}) and c.kind = 'corridor'
     order by (select count(*) from corridor_node n where n.corridor_id = c.id) desc, c.name, c.slug limit 40`)
}

/** A corridor's nodes and legs as its form shows them; null where there is no such corridor. */
export async function getRoute(actor: Actor, slug: string): Promise<RouteRecord | null> {
  assertMay(actor, 'internal.read')
  const [route] = await rows<RouteRecord>(
    sql`select ${columns} from entity c where c.slug = ${slug} and c.kind = 'corridor'`,
  )
  return route ?? null
}
