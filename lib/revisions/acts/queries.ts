import { type Actor, assertMay } from '@/lib/auth/actor'
import { type Sql, sql } from '@/lib/db/client'
import { rows } from '@/lib/db/rows'
import { type Clock, open, published, retired } from '@/lib/entries/queries'
import type { Act } from '../schema'

export type ActFilter = {
  scope: readonly number[]
  /** Its edition is the last day shown. */
  clock: Clock
  /** First day shown; null from the beginning. */
  since: string | null
  theme: string | null
}

const startOf = (day: string) => sql`(${day}::date::timestamp at time zone 'UTC')`
const asked = ({ clock, theme }: ActFilter, actor: Actor) => sql`
  e.known_on <= ${clock.known}::date and ${open(actor)} ${theme ? sql`and e.theme = ${theme}` : sql``}`

/** Each version that was published is an addition or a correction; what was retired and not replaced was withdrawn. */
const isPublication = (filter: ActFilter, actor: Actor): Sql => sql`
  (${published(filter.clock)} ${filter.since ? sql`and e.published_at >= ${startOf(filter.since)}` : sql``} and ${asked(filter, actor)})`
const isWithdrawal = (filter: ActFilter, actor: Actor): Sql => sql`
  (e.retired_at is not null and ${retired(filter.clock)} is not null
   ${filter.since ? sql`and e.retired_at >= ${startOf(filter.since)}` : sql``} and ${asked(filter, actor)}
   and not exists (select from entry n where n.root_id = e.root_id and n.version > e.version and n.published_at <= e.retired_at))`

export type ActCounts = Record<Act, number> & {
  /** The last change by the edition; null where there is none. */
  last: Date | null
}

/** How much was added, corrected and withdrawn, and when something last was. */
export async function countActs(actor: Actor, filter: ActFilter): Promise<ActCounts> {
  assertMay(actor, 'read')
  const whenever = { ...filter, since: null }
  const [found] = await rows<ActCounts>(sql`
    select coalesce(sum(p.added), 0)::int as added, coalesce(sum(p.corrected), 0)::int as corrected, coalesce(sum(w.withdrawn), 0)::int as withdrawn,
           greatest(max(l.at), max(g.at)) as last
      from unnest(${[...filter.scope]}::int[]) sc(about_id)
      cross join lateral (select count(*) filter (where e.version = 1) as added, count(*) filter (where e.version > 1) as corrected
         from entry e where e.about_id = sc.about_id and ${isPublication(filter, actor)}) p
      cross join lateral (select count(*) as withdrawn from entry e where e.about_id = sc.about_id and ${isWithdrawal(filter, actor)}) w
      left join lateral (select e.published_at as at from entry e where e.about_id = sc.about_id and ${isPublication(whenever, actor)}
         order by e.published_at desc limit 1) l on true
      left join lateral (select e.retired_at as at from entry e where e.about_id = sc.about_id and ${isWithdrawal(whenever, actor)}
         order by e.retired_at desc limit 1) g on true`)
  return found!
}

export type ActRecord = {
  act: Act
  /** The version that was published or withdrawn, and the one it corrects. */
  id: number
  before: number | null
  at: Date
  why: string | null
}

/** What was added, corrected and withdrawn, newest first. */
export async function listActs(
  actor: Actor,
  filter: ActFilter & { act: Act | null; offset: number; limit: number },
): Promise<ActRecord[]> {
  assertMay(actor, 'read')
  const { act, offset, limit } = filter
  const reach = offset + limit
  const version = act === 'added' ? sql`and e.version = 1` : act === 'corrected' ? sql`and e.version > 1` : sql``
  const publications = sql`
    (select e.id, e.root_id, e.version, case when e.version = 1 then 'added' else 'corrected' end as act, e.published_at as at, e.change_reason as why
       from entry e where e.about_id = sc.about_id and ${isPublication(filter, actor)} ${version}
      order by e.published_at desc, e.root_id desc limit ${reach})`
  const withdrawals = sql`
    (select e.id, e.root_id, e.version, 'withdrawn', e.retired_at, e.retired_reason
       from entry e where e.about_id = sc.about_id and ${isWithdrawal(filter, actor)}
      order by e.retired_at desc, e.root_id desc limit ${reach})`
  const branches =
    act === 'withdrawn'
      ? sql`select w.id, w.root_id, w.version, w.act, w.at, w.why from ${withdrawals} w(id, root_id, version, act, at, why)`
      : act
        ? publications
        : sql`${publications} union all ${withdrawals}`
  return rows<ActRecord>(sql`
    select c.act, c.id, c.at, c.why, p.id as before
      from unnest(${[...filter.scope]}::int[]) sc(about_id)
      cross join lateral (${branches}) c
      left join lateral (select e.id from entry e where c.act = 'corrected' and e.root_id = c.root_id and e.version < c.version
         and e.published_at is not null order by e.version desc limit 1) p on true
     order by c.at desc, c.root_id desc, c.version desc offset ${offset} limit ${limit}`)
}
