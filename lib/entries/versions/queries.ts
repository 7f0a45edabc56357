import { type Database, sql, type Transaction } from '@/lib/db/client'
import type { EntryInput } from '../schema'
import { toInput, type VersionRow } from './rules'

export type StoredVersion = {
  id: number
  rootId: number
  version: number
  state: 'draft' | 'in_review' | 'rejected' | 'published'
  revision: number
  changeReason: string | null
  reviewNote: string | null
  authorId: string
  retired: boolean
  input: EntryInput
}

type Row = VersionRow & Omit<StoredVersion, 'input'>

/** One version as the input that would make it again, with its life beside it; null when there is none. For mutations and the desk. */
export async function versionInput(db: Database, id: number): Promise<StoredVersion | null> {
  const [row] = await db.$queryRaw<Row[]>(sql`
    select e.id, e.root_id as "rootId", e.version, e.state::text as state, e.revision, e.change_reason as "changeReason",
           e.review_note as "reviewNote", e.author_id as "authorId", e.retired_at is not null as retired,
           e.kind::text as kind, a.slug as about, e.theme, e.code, e.title, e.other_titles as "otherTitles", p.slug as place,
           e.starts, e.ends, e.period_words as "periodWords", e.value, e.value_to as "valueTo", e.unit_mult as "unitMult",
           e.decimals, e.qualifier::text as qualifier, e.obs_status as "obsStatus", e.base_starts as "baseStarts",
           e.base_ends as "baseEnds", e.base_words as "baseWords", e.rank::text as rank, e.basis::text as basis,
           e.of_id as "ofId", e.note, e.internal,
           case when s.id is not null then json_build_object('indicator', i.code, 'reporter', r.slug, 'origin', o.slug,
             'measure', s.measure, 'unit', s.unit, 'scope', s.scope) end as series
      from entry e
      join entity a on a.id = e.about_id
      left join entity p on p.id = e.place_id
      left join series s on s.id = e.series_id
      left join indicator i on i.id = s.indicator_id
      left join entity r on r.id = s.reporter_id
      left join entity o on o.id = s.origin_id
     where e.id = ${id}`)
  if (!row) return null
  const parties = await db.$queryRaw<VersionRow['parties']>(sql`
    select n.slug as entity, p.role from entry_party p join entity n on n.id = p.entity_id where p.entry_id = ${id} order by p.role, n.slug`)
  const evidence = await db.$queryRaw<VersionRow['evidence']>(sql`
    select v.source_id as "sourceId", v.quote, v.starts_at as "startsAt", v.locator, n.slug as speaker, v.speaker_as as "speakerAs", v.said_on as "saidOn"
      from evidence v left join entity n on n.id = v.speaker_id where v.entry_id = ${id} order by v.id`)
  const { id: own, rootId, version, state, revision, changeReason, reviewNote, authorId, retired } = row
  return {
    id: own,
    rootId,
    version,
    state,
    revision,
    changeReason,
    reviewNote,
    authorId,
    retired,
    input: toInput({ ...row, parties, evidence }),
  }
}

/**
 * Lets one writer at a time at an entry: whoever corrects, publishes, retires or discards waits here for the others and
 * then reads what they left. Without it the second of two meets a rule of the database instead of a sentence.
 */
export async function lockEntry(tx: Transaction, of: { rootId: number } | { id: number }): Promise<void> {
  const root =
    'rootId' in of ? sql`r.id = ${of.rootId}` : sql`r.id = (select e.root_id from entry e where e.id = ${of.id})`
  await tx.$queryRaw(sql`select r.id from entry r where ${root} for no key update`)
}
