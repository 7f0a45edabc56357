import { type Actor, assertMay } from '@/lib/auth/actor'
import { db, sql } from '@/lib/db/client'
import { reaching } from '@/lib/db/faults'
import { rows } from '@/lib/db/rows'
import { type Likeness, likenessOf, type StoredText, sketchOf } from './rules'

/** Hashes that two sketches share at least before the texts themselves are compared. */
const fewestShared = 6
/** Texts that are compared at most. */
const most = 5
/** Sources that came by another door have no sketch yet; as many get one at a time. */
const atOnce = 50

/**
 * Source texts that were stored without a sketch get one: derived, so that who reads may cause it. Needs `internal.read`.
 */
async function missingSketches(): Promise<{ id: number; text: string }[]> {
  return rows<{ id: number; text: string }>(sql`
    select s.id, s.text from source s where s.text is not null and not exists (select from source_sketch k where k.source_id = s.id)
     order by s.id desc limit ${atOnce}`)
}

export type Relative = Likeness & { title: string; publisher: string; publishedOn: string | null }

/**
 * What a text is to the sources that are stored: a changed version of the page at its address, or a story that another
 * carries. Null when it stands for itself. Needs `internal.read`.
 */
export async function findRelative(actor: Actor, text: string, url: string | null): Promise<Relative | null> {
  assertMay(actor, 'internal.read')
  const bare = await missingSketches()
  if (bare.length)
    await reaching(() =>
      db.sourceSketch.createMany({
        data: bare.map(({ id, text: stored }) => ({ sourceId: id, ...sketchOf(stored) })),
        skipDuplicates: true,
      }),
    )
  const { hashes } = sketchOf(text)
  const stored = await rows<StoredText>(sql`
    select s.id, s.url, s.text, s.published_on::text as "publishedOn", release_of(s.id) as "carriedFrom"
      from source s
      join (select k.source_id, count(*) as shared from source_sketch k, unnest(k.hashes) h
             where k.hashes && ${hashes}::int[] and h = any(${hashes}::int[]) group by k.source_id
            having count(*) >= ${fewestShared} order by shared desc limit ${most}) alike on alike.source_id = s.id
     where s.text is not null
     union
    select s.id, s.url, s.text, s.published_on::text, release_of(s.id) from source s
     where s.url = ${url} and s.text is not null`)
  const found = likenessOf(text, url, stored)
  if (!found) return null
  const [source] = await rows<Pick<Relative, 'title' | 'publisher' | 'publishedOn'>>(sql`
    select s.title, p.name as publisher, s.published_on::text as "publishedOn"
      from source s join entity p on p.id = s.publisher_id where s.id = ${found.source}`)
  return source ? { ...found, ...source } : null
}
