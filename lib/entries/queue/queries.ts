import { type Actor, assertMay } from '@/lib/auth/actor'
import { db, type Sql, sql } from '@/lib/db/client'
import { reaching } from '@/lib/db/faults'
import type { SeriesKey } from '@/lib/indicators/schema'
import type { Quantity } from '@/lib/quantities/schema'
import type { EntryKind } from '../schema'
import { type StoredVersion, versionInput } from '../versions/queries'

export type EntryState = StoredVersion['state']

/** An entry as a line of a list at the desk: what it says in one line, and where it is in its life. */
export type DeskLine = {
  id: number
  rootId: number
  version: number
  kind: EntryKind
  state: EntryState
  retired: boolean
  about: string
  /** The title, or the indicator's name. */
  title: string
  code: string | null
  unit: string | null
  measure: 'level' | 'change' | null
  quantity: Quantity | null
  starts: string | null
  ends: string | null
  words: string | null
  author: string
  authorId: string
  updatedAt: Date
  publishedAt: Date | null
  reviewNote: string | null
  changeReason: string | null
}

type Row = Omit<DeskLine, 'quantity'> & {
  value: { toFixed(): string } | null
  valueTo: { toFixed(): string } | null
  unitMult: number | null
  decimals: number | null
  qualifier: Quantity['qualifier'] | null
}

const toQuantity = (row: Pick<Row, 'value' | 'valueTo' | 'unitMult' | 'decimals' | 'qualifier'>): Quantity | null =>
  row.value === null
    ? null
    : {
        value: row.value.toFixed(),
        valueTo: row.valueTo?.toFixed() ?? null,
        unitMult: row.unitMult!,
        decimals: row.decimals!,
        qualifier: row.qualifier!,
      }

async function lines(where: Sql, order: Sql, limit: number): Promise<DeskLine[]> {
  const rows = await reaching(() =>
    db.$queryRaw<Row[]>(sql`
      select e.id, e.root_id as "rootId", e.version, e.kind::text as kind, e.state::text as state,
             e.retired_at is not null as retired, a.name as about,
             coalesce(e.title, i.name, ofi.name, ofe.title) as title, e.code, s.unit, s.measure::text as measure,
             e.value, e.value_to as "valueTo", e.unit_mult as "unitMult", e.decimals, e.qualifier::text as qualifier,
             e.starts::text as starts, e.ends::text as ends, e.period_words as words,
             u.name as author, e.author_id as "authorId", e.updated_at as "updatedAt", e.published_at as "publishedAt",
             e.review_note as "reviewNote", e.change_reason as "changeReason"
        from entry e
        join entity a on a.id = e.about_id
        join "user" u on u.id = e.author_id
        left join series s on s.id = e.series_id
        left join indicator i on i.id = s.indicator_id
        left join entry ofe on ofe.id = e.of_id
        left join series ofs on ofs.id = ofe.series_id
        left join indicator ofi on ofi.id = ofs.indicator_id
       where ${where} order by ${order} limit ${limit}`),
  )
  return rows.map(({ value, valueTo, unitMult, decimals, qualifier, ...row }) => ({
    ...row,
    quantity: toQuantity({ value, valueTo, unitMult, decimals, qualifier }),
  }))
}

/** What the actor has begun and what was handed back with a reason, the latest first. Needs `internal.read`. */
export async function listOwnDrafts(actor: Actor): Promise<DeskLine[]> {
  assertMay(actor, 'internal.read')
  return lines(
    sql`e.author_id = ${actor.userId} and e.state in ('draft', 'rejected')`,
    sql`e.state = 'rejected' desc, e.updated_at desc, e.id desc`,
    100,
  )
}

/** Drafts of the others. Needs `internal.read`. */
export async function listOtherDrafts(actor: Actor): Promise<DeskLine[]> {
  assertMay(actor, 'internal.read')
  return lines(
    sql`e.author_id <> ${actor.userId} and e.state in ('draft', 'rejected')`,
    sql`e.updated_at desc, e.id desc`,
    100,
  )
}

/** What waits for a second pair of eyes, the oldest first. Needs `internal.read`. */
export async function listInReview(actor: Actor, limit = 100): Promise<DeskLine[]> {
  assertMay(actor, 'internal.read')
  return lines(sql`e.state = 'in_review'`, sql`e.updated_at, e.id`, limit)
}

/** What stands since lately. Needs `internal.read`. */
export async function listLatelyPublished(actor: Actor, limit = 12): Promise<DeskLine[]> {
  assertMay(actor, 'internal.read')
  return lines(sql`e.published_at is not null and e.retired_at is null`, sql`e.published_at desc, e.id desc`, limit)
}

/** All versions of an entry, the newest first. Needs `internal.read`. */
export async function listVersionLines(actor: Actor, rootId: number): Promise<DeskLine[]> {
  assertMay(actor, 'internal.read')
  return lines(sql`e.root_id = ${rootId}`, sql`e.version desc`, 100)
}

/** Entries whose newest version cites a source, the latest first. Needs `internal.read`. */
export async function listLinesOfSource(actor: Actor, source: number): Promise<DeskLine[]> {
  assertMay(actor, 'internal.read')
  return lines(
    sql`e.retired_at is null and exists (select from evidence v where v.entry_id = e.id and v.source_id = ${source})`,
    sql`e.id desc`,
    200,
  )
}

/** What a stage can be a step of: published targets, commitments and agreements. Needs `internal.read`. */
export async function listPromiseLines(actor: Actor): Promise<DeskLine[]> {
  assertMay(actor, 'internal.read')
  return lines(
    sql`e.kind in ('target', 'commitment', 'agreement') and e.published_at is not null and e.retired_at is null`,
    sql`a.name, title, e.id`,
    1000,
  )
}

/** One version as its form and its page show it; null when there is none. Needs `internal.read`. */
export async function getVersion(actor: Actor, id: number): Promise<StoredVersion | null> {
  assertMay(actor, 'internal.read')
  return reaching(() => versionInput(db, id))
}

/** The version readers see of an entry, by its root; null when none stands. Needs `internal.read`. */
export async function getCurrentVersion(actor: Actor, rootId: number): Promise<StoredVersion | null> {
  assertMay(actor, 'internal.read')
  const current = await reaching(() =>
    db.entry.findFirst({ where: { rootId, publishedAt: { not: null }, retiredAt: null }, select: { id: true } }),
  )
  return current ? getVersion(actor, current.id) : null
}

/** The draft that a form made already, when the same form is sent again; null when it made none. Needs `entry.write`. */
export async function findMade(actor: Actor, requestKey: string): Promise<StoredVersion | null> {
  assertMay(actor, 'entry.write')
  const made = await reaching(() => db.entry.findUnique({ where: { requestKey }, select: { id: true } }))
  return made ? getVersion(actor, made.id) : null
}

/** A figure of the same line, beside which a new one will stand. */
export type Neighbour = {
  rootId: number
  kind: 'observation' | 'target'
  starts: string | null
  ends: string | null
  words: string | null
  quantity: Quantity
  rank: 'preferred' | 'normal' | 'deprecated' | null
  obsStatus: string | null
  baseStarts: string | null
}

/** What is published of one line already, so that a form can show a new figure in its place. Needs `internal.read`. */
export async function listNeighbours(actor: Actor, key: Required<SeriesKey>): Promise<Neighbour[]> {
  assertMay(actor, 'internal.read')
  const rows = await reaching(() =>
    db.$queryRaw<(Omit<Neighbour, 'quantity'> & Row)[]>(sql`
      select e.root_id as "rootId", e.kind::text as kind, e.starts::text as starts, e.ends::text as ends, e.period_words as words,
             e.value, e.value_to as "valueTo", e.unit_mult as "unitMult", e.decimals, e.qualifier::text as qualifier,
             e.rank::text as rank, e.obs_status as "obsStatus", e.base_starts::text as "baseStarts"
        from series s
        join indicator i on i.id = s.indicator_id and i.code = ${key.indicator}
        join entity a on a.id = s.about_id and a.slug = ${key.about}
        left join entity r on r.id = s.reporter_id
        left join entity o on o.id = s.origin_id
        join entry e on e.series_id = s.id and e.published_at is not null and e.retired_at is null
       where r.slug is not distinct from ${key.reporter} and o.slug is not distinct from ${key.origin}
         and s.measure = ${key.measure}::measure and s.unit = ${key.unit} and s.scope = ${key.scope}
       order by e.ends desc nulls last, e.id desc limit 60`),
  )
  return rows.map((row) => ({
    rootId: row.rootId,
    kind: row.kind as Neighbour['kind'],
    starts: row.starts,
    ends: row.ends,
    words: row.words,
    quantity: toQuantity(row)!,
    rank: row.rank,
    obsStatus: row.obsStatus,
    baseStarts: row.baseStarts,
  }))
}
