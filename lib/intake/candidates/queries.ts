import { type Actor, assertMay } from '@/lib/auth/actor'
import { sql } from '@/lib/db/client'
import { rows } from '@/lib/db/rows'
import type { EntryState } from '@/lib/entries/queue/queries'
import type { Candidate } from '@/lib/extraction/schema'
import { CandidateRecord, type CandidateState } from './schema'

export type StoredCandidate = {
  id: number
  state: CandidateState
  revision: number
  byHand: boolean
  record: Candidate
  note: string | null
  decidedBy: string | null
  decidedAt: Date | null
  /** The version that accepting it wrote, and where that is in its life. */
  entry: { id: number; rootId: number; state: EntryState; revision: number } | null
}

type Row = Omit<StoredCandidate, 'record'> & { record: unknown }

/** What was found in a source, in the order of its text. Needs `internal.read`. */
export async function listCandidates(actor: Actor, source: number): Promise<StoredCandidate[]> {
  assertMay(actor, 'internal.read')
  const found = await rows<Row>(sql`
    select c.id, c.state::text as state, c.revision, c.by_hand as "byHand", c.record, c.note, u.name as "decidedBy", c.decided_at as "decidedAt",
           case when e.id is not null then json_build_object('id', e.id, 'rootId', e.root_id, 'state', e.state, 'revision', e.revision) end as entry
      from candidate c
      left join "user" u on u.id = c.decided_by_id
      left join entry e on e.id = c.entry_id
     where c.source_id = ${source} order by c.starts_at, c.ends_at, c.id`)
  return found.map((row) => ({ ...row, record: CandidateRecord.parse(row.record) }))
}

/** Where a candidate stands: its source and item. Null when there is none. Needs `internal.read`. */
export async function getCandidatePlace(
  actor: Actor,
  id: number,
): Promise<{ item: number; source: number; record: Candidate; title: string } | null> {
  assertMay(actor, 'internal.read')
  const [row] = await rows<{ item: number; source: number; record: unknown; title: string }>(sql`
    select i.id as item, c.source_id as source, c.record, s.title
      from candidate c join intake_item i on i.source_id = c.source_id join source s on s.id = c.source_id where c.id = ${id}`)
  return row ? { ...row, record: CandidateRecord.parse(row.record) } : null
}

export type Reported = {
  id: number
  item: number
  source: number
  title: string
  text: string
  language: string
  publishedOn: string | null
  relation: string | null
  record: Candidate
  /** What was accepted of the same text. */
  accepted: Candidate[]
  note: string
  by: string
  at: Date
}

/** What was reported as wrong, the latest first, each with the text it stands in. Needs `internal.read`. */
export async function listReported(actor: Actor, limit = 200): Promise<Reported[]> {
  assertMay(actor, 'internal.read')
  const found = await rows<Omit<Reported, 'record' | 'accepted'> & { record: unknown; accepted: unknown[] }>(sql`
    select c.id, i.id as item, c.source_id as source, s.title, s.text, s.language, s.published_on::text as "publishedOn",
           (select e.slug from intake_relation r join entity e on e.id = r.relation_id where r.item_id = i.id order by r.mentions desc, e.slug limit 1) as relation,
           c.record, (select coalesce(json_agg(a.record), '[]') from candidate a where a.source_id = c.source_id and a.state = 'accepted') as accepted,
           c.note, u.name as by, c.decided_at as at
      from candidate c
      join intake_item i on i.source_id = c.source_id
      join source s on s.id = c.source_id
      join "user" u on u.id = c.decided_by_id
     where c.state = 'reported' order by c.decided_at desc, c.id desc limit ${Math.min(limit, 1000)}`)
  return found.map((row) => ({
    ...row,
    record: CandidateRecord.parse(row.record),
    accepted: row.accepted.map((record) => CandidateRecord.parse(record)),
  }))
}

/** How many are reported as wrong. Needs `internal.read`. */
export async function countReported(actor: Actor): Promise<number> {
  assertMay(actor, 'internal.read')
  const [row] = await rows<{ count: number }>(
    sql`select count(*)::int as count from candidate where state = 'reported'`,
  )
  return row!.count
}
