import { type Actor, assertMay } from '@/lib/auth/actor'
import { firstEvidence } from '@/lib/dashboards/points/queries'
import { sql } from '@/lib/db/client'
import { rows } from '@/lib/db/rows'
import { type Clock, stands } from '@/lib/entries/queries'

/** The first evidence of an entry, a sentence before a page reference. */
export type CitationRecord = {
  entry: number
  version: number
  publisher: string | null
  sourceTitle: string | null
  url: string | null
  publishedOn: string | null
  quote: string | null
}

/** Where entries are read that carry no evidence of their own in a list: targets. */
export async function listCitations(actor: Actor, entries: readonly number[], clock: Clock): Promise<CitationRecord[]> {
  assertMay(actor, 'read')
  if (!entries.length) return []
  return rows<CitationRecord>(sql`
    select e.root_id as entry, e.version, v.publisher, v."sourceTitle", v.url, v."publishedOn", v.quote
      from entry e ${firstEvidence}
     where e.root_id = any(${[...entries]}) and ${stands(clock, actor)}`)
}
