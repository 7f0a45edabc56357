import { type Actor, assertMay } from '@/lib/auth/actor'
import { db, sql } from '@/lib/db/client'
import { reaching } from '@/lib/db/faults'

export type SourceRow = {
  id: number
  title: string
  publisher: string
  publishedOn: string | null
  accessedOn: string
  /** Whether its text is stored, so that quotes can be selected in it. */
  stored: boolean
  entries: number
}

/** Sources, the one added last first: what pickers and the desk's list show. Needs `internal.read`. */
export async function listSources(actor: Actor, filter: { words?: string; limit?: number } = {}): Promise<SourceRow[]> {
  assertMay(actor, 'internal.read')
  const words = filter.words?.trim() ? `%${filter.words.trim().replace(/[%_\\]/g, '\\$&')}%` : null
  return reaching(() =>
    db.$queryRaw<SourceRow[]>(sql`
      select s.id, s.title, p.name as publisher, s.published_on::text as "publishedOn", s.accessed_on::text as "accessedOn",
             s.text is not null as stored,
             (select count(distinct e.root_id)::int from evidence v join entry e on e.id = v.entry_id where v.source_id = s.id) as entries
        from source s join entity p on p.id = s.publisher_id
       where ${words}::text is null or s.title ilike ${words} or p.name ilike ${words} or s.url ilike ${words}
       order by s.id desc limit ${Math.min(filter.limit ?? 1000, 2000)}`),
  )
}

export type StoredSource = {
  id: number
  title: string
  publisher: string
  publisherSlug: string
  byline: string | null
  url: string | null
  language: string
  publishedOn: string | null
  accessedOn: string
  text: string | null
  addedBy: string
  addedAt: Date
}

/** One source with its stored text; null when there is none. Needs `internal.read`. */
export async function getSource(actor: Actor, id: number): Promise<StoredSource | null> {
  assertMay(actor, 'internal.read')
  const [row] = await reaching(() =>
    db.$queryRaw<StoredSource[]>(sql`
      select s.id, s.title, p.name as publisher, p.slug as "publisherSlug", s.byline, s.url, s.language,
             s.published_on::text as "publishedOn", s.accessed_on::text as "accessedOn", s.text,
             u.name as "addedBy", s.added_at as "addedAt"
        from source s join entity p on p.id = s.publisher_id join "user" u on u.id = s.added_by_id
       where s.id = ${id}`),
  )
  return row ?? null
}
