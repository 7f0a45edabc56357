import { type Actor, assertMay } from '@/lib/auth/actor'
import { db, sql } from '@/lib/db/client'
import { reaching } from '@/lib/db/faults'
import type { EntityInput, EntityKind } from './schema'

/** A name of 200 characters and its slug of 80 in brackets, with blanks around it. */
const longestName = 300

export type EntityRow = { slug: string; name: string; kind: EntityKind }

/** Everything figures can be about, by, from or to, by name: what pickers offer. Needs `internal.read`. */
export async function listEntities(actor: Actor): Promise<EntityRow[]> {
  assertMay(actor, 'internal.read')
  return reaching(() =>
    db.$queryRaw<EntityRow[]>(sql`select slug, name, kind::text as kind from entity order by name, slug limit 5000`),
  )
}

/**
 * The slugs that a text may mean: a slug, a name or an alias, whatever the case; "Name (slug)" where names are shared.
 * No slug: nothing is called so; several: the text has to say which. Needs `internal.read`.
 */
export async function findEntities(actor: Actor, texts: readonly string[]): Promise<Map<string, string[]>> {
  assertMay(actor, 'internal.read')
  const found = new Map<string, string[]>(texts.map((text) => [text, []]))
  // Nothing is called so much: a megabyte is not compared with every name.
  const asked = [...found.keys()].filter((text) => text.length <= longestName)
  if (!asked.length) return found
  const rows = await reaching(() =>
    db.$queryRaw<{ text: string; slug: string; exact: boolean }[]>(sql`
      select distinct t.text, e.slug, e.slug = lower(btrim(t.text)) or right(t.text, length(e.slug) + 3) = ' (' || e.slug || ')' as exact
        from unnest(${asked}::text[]) t(text)
        join entity e on e.slug = lower(btrim(t.text)) or lower(e.name) = lower(btrim(t.text))
          or right(t.text, length(e.slug) + 3) = ' (' || e.slug || ')'
          or exists (select from entity_alias a where a.entity_id = e.id and lower(a.name) = lower(btrim(t.text)))
       order by e.slug`),
  )
  for (const text of asked) {
    const own = rows.filter((row) => row.text === text)
    const exact = own.filter((row) => row.exact)
    found.set(
      text,
      (exact.length ? exact : own).map((row) => row.slug),
    )
  }
  return found
}

export type StoredEntity = EntityInput & { id: number; revision: number }

/** One entity as its form shows it; null when there is none. Needs `internal.read`. */
export async function getEntity(actor: Actor, slug: string): Promise<StoredEntity | null> {
  assertMay(actor, 'internal.read')
  const row = await reaching(() =>
    db.entity.findUnique({
      where: { slug },
      include: { aliases: { orderBy: { name: 'asc' } }, members: { include: { member: true } } },
    }),
  )
  return row
    ? {
        id: row.id,
        revision: row.revision,
        kind: row.kind,
        slug: row.slug,
        name: row.name,
        aliases: row.aliases.map((a) => a.name),
        members: row.members.map((m) => m.member.slug).sort(),
        lat: row.lat === null ? null : row.lat.toNumber(),
        lon: row.lon === null ? null : row.lon.toNumber(),
      }
    : null
}

/** The first relation whose pages show an entity: itself, or one it is part of; null when none does. Needs `internal.read`. */
export async function findRelationShowing(actor: Actor, slug: string): Promise<string | null> {
  assertMay(actor, 'internal.read')
  const [row] = await reaching(() =>
    db.$queryRaw<{ slug: string }[]>(sql`
      select r.slug from relation_scope sc
        join entity a on a.id = sc.about_id and a.slug = ${slug}
        join entity r on r.id = sc.relation_id
       order by r.slug limit 1`),
  )
  return row?.slug ?? null
}
