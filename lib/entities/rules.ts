import type { Fields } from '@/lib/action/fields'
import type { Fault } from '@/lib/errors/refusal'
import type { EntityInput } from './schema'

/** What names may mean: text as typed → slugs (`findEntities`). */
export type Meanings = ReadonlyMap<string, readonly string[]>

/** The one entity a typed name means, or the fault that says why it means none. */
export function slugOf(text: string, field: string, meanings: Meanings): { slug: string } | { fault: Fault } {
  const slugs = meanings.get(text) ?? []
  if (slugs.length === 1) return { slug: slugs[0]! }
  return {
    fault: slugs.length
      ? { field, code: 'ambiguousEntity', values: { value: text.slice(0, 80), options: slugs.join(', ') } }
      : { field, code: 'unknownEntity', values: { value: text.slice(0, 80) } },
  }
}

/** Slugs as pickers show them: the name, with the slug where two share a name. */
export function entityNames(entities: readonly { slug: string; name: string }[]): (slug: string) => string {
  const shared = new Map<string, number>()
  for (const { name } of entities) shared.set(name.toLowerCase(), (shared.get(name.toLowerCase()) ?? 0) + 1)
  const names = new Map(
    entities.map(({ slug, name }) => [slug, shared.get(name.toLowerCase())! > 1 ? `${name} (${slug})` : name]),
  )
  return (slug) => names.get(slug) ?? slug
}

/** An entity as the texts its form opens with. */
export const entityFields = (entity: EntityInput, name: (slug: string) => string): Fields => ({
  kind: entity.kind,
  slug: entity.slug,
  name: entity.name,
  aliases: (entity.aliases ?? []).join('\n'),
  members: (entity.members ?? []).map(name).join('\n'),
  lat: entity.lat === null || entity.lat === undefined ? '' : String(entity.lat),
  lon: entity.lon === null || entity.lon === undefined ? '' : String(entity.lon),
})

/** One name a line, as a person types a list. */
export const linesOf = (text: string | undefined): string[] =>
  (text ?? '').split('\n').flatMap((line) => (line.trim() ? [line.trim()] : []))

/** A name as the part of an address: "Organization of Turkic States" → `organization-of-turkic-states`. */
export const toSlug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '')

/** Names in a form of an entity that stand for other entities. */
export const memberTexts = (fields: Fields): string[] => linesOf(fields.members)

/** An entity's form as the mutation takes it; coordinates that are no numbers stay what they are and are refused there. */
export function toEntityInput(fields: Fields, meanings: Meanings): { input: EntityInput; faults: Fault[] } {
  const faults: Fault[] = []
  const members = memberTexts(fields).flatMap((text) => {
    const found = slugOf(text, 'members', meanings)
    if ('slug' in found) return [found.slug]
    faults.push(found.fault)
    return []
  })
  const coordinate = (name: 'lat' | 'lon') => {
    const text = fields[name]?.trim().replace('−', '-')
    if (!text) return null
    if (/^-?\d{1,3}(\.\d{1,8})?$/.test(text)) return Number(text)
    faults.push({ field: name, code: 'notDegrees', values: { value: text.slice(0, 40) } })
    return null
  }
  const name = fields.name?.trim() ?? ''
  const input = {
    kind: fields.kind as EntityInput['kind'],
    slug: fields.slug?.trim() || toSlug(name),
    name,
    aliases: linesOf(fields.aliases),
    members,
    lat: coordinate('lat'),
    lon: coordinate('lon'),
  }
  if ((input.lat === null) !== (input.lon === null) && !faults.length)
    faults.push({ field: input.lat === null ? 'lat' : 'lon', code: 'bothCoordinates' })
  return { input, faults }
}
