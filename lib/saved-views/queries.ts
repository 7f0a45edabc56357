import { type Actor, assertMay } from '@/lib/auth/actor'
import { type Sql, sql } from '@/lib/db/client'
import { rows } from '@/lib/db/rows'
import { type SavedView, Token } from './schema'

const columns = (actor: Actor): Sql => sql`
  w.token, w.name, r.slug as relation, r.name as "relationName", w.page, w.settings, w.audience::text as audience, w.revision,
  u.name as owner, w.owner_id = ${actor.userId} as own, to_char(w.updated_at at time zone 'UTC', 'YYYY-MM-DD') as "changedOn",
  coalesce((select json_agg(json_build_object('kind', p.kind, 'key', p.key) order by p.place) from saved_view_pin p where p.view_id = w.id), '[]') as pins`
const joined = sql`saved_view w join entity r on r.id = w.relation_id join "user" u on u.id = w.owner_id`

/** As many as one page lists. */
const most = 200

/** The views that whoever asks keeps, by name. Needs `view.keep`. */
export async function listOwnViews(actor: Actor): Promise<SavedView[]> {
  assertMay(actor, 'view.keep')
  return rows<SavedView>(
    sql`select ${columns(actor)} from ${joined} where w.owner_id = ${actor.userId} order by w.name limit ${most}`,
  )
}

/** A view by its token; null where there is none, or where it is somebody else's and not shared. */
export async function getView(actor: Actor, token: string): Promise<SavedView | null> {
  assertMay(actor, 'read')
  if (!Token.safeParse(token).success) return null
  const [view] = await rows<SavedView>(
    sql`select ${columns(actor)} from ${joined} where w.token = ${token} and (w.audience = 'shared' or w.owner_id = ${actor.userId})`,
  )
  return view ?? null
}
