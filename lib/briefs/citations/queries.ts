import { type Actor, assertMay } from '@/lib/auth/actor'
import { sql } from '@/lib/db/client'
import { rows } from '@/lib/db/rows'
import { type Clock, stands } from '@/lib/entries/queries'

/** The evidence of an entry that is cited: the first quoted sentence, else the first page reference. */
export type CitationRecord = {
  entry: number
  version: number
  quote: string | null
  locator: string | null
  speaker: string | null
  speakerAs: string | null
  saidOn: string | null
  title: string
  publisher: string
  url: string | null
  publishedOn: string | null
  accessedOn: string
  /** How many sources state it. */
  sources: number
}

/** What stands behind entries, one citation for each that stands. All of them in one statement. */
export async function listCitations(
  actor: Actor,
  filter: { scope: readonly number[]; entries: readonly number[]; clock: Clock },
): Promise<CitationRecord[]> {
  assertMay(actor, 'read')
  if (!filter.entries.length) return []
  return rows<CitationRecord>(sql`
    select e.root_id as entry, e.version, v.*
      from unnest(${[...filter.entries]}::int[]) asked(root_id)
      join entry e on e.root_id = asked.root_id
      cross join lateral (
        select v.quote, v.locator, n.name as speaker, v.speaker_as as "speakerAs", v.said_on::text as "saidOn",
               c.title, p.name as publisher, c.url, c.published_on::text as "publishedOn", c.accessed_on::text as "accessedOn",
               (select count(distinct x.source_id)::int from evidence x where x.entry_id = e.id) as sources
          from evidence v join source c on c.id = v.source_id join entity p on p.id = c.publisher_id
          left join entity n on n.id = v.speaker_id
         where v.entry_id = e.id order by v.quote is null, c.published_on nulls last, v.id limit 1) v
     where e.about_id = any(${[...filter.scope]}) and ${stands(filter.clock, actor)}`)
}
