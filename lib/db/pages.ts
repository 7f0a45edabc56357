import { type Database, sql, type Transaction } from './client'

type Forget = (tags: string[]) => void
const forgetKey = Symbol.for('entente.forget')

/**
 * Tells every server which kept pages a write made old: the relations that show the entity, by themselves or on a corridor, and with `*` all pages
 * that are about no single relation. Sent in the write's own transaction, so nothing is forgotten for a write that failed.
 */
export async function announcePages(tx: Transaction, aboutIds: readonly number[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ slug: string }[]>(sql`
    select r.slug from relation_scope s join entity r on r.id = s.relation_id where s.about_id = any(${[...aboutIds]})
    union
    select r.slug from corridor_scope c join relation_scope s on s.about_id = c.corridor_id join entity r on r.id = s.relation_id
     where c.about_id = any(${[...aboutIds]})`)
  // A notification holds 8000 bytes at most; a country in many relations clears everything.
  const tags = rows.length > 200 ? ['all'] : ['*', ...rows.map((r) => `relation:${r.slug}`)]
  await tx.$executeRaw(sql`select pg_notify('entente', ${JSON.stringify(tags)})`)
  return tags
}

/** Everything at once: a definition, a name or a setting changed. */
export async function announceAllPages(tx: Database): Promise<string[]> {
  await tx.$executeRaw(sql`select pg_notify('entente', '["all"]')`)
  return ['all']
}

/** This process forgets at once, before the writer gets the answer: the writer's next read is fresh. */
export function forgetPages(tags: string[]): void {
  const forget = (globalThis as { [forgetKey]?: Forget })[forgetKey]
  forget?.(tags)
}
