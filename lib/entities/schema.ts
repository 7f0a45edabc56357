import { z } from 'zod'
import { storable } from '@/lib/errors/issues'

export const entityKinds = [
  'country',
  'relation',
  'group',
  'corridor',
  'place',
  'organisation',
  'company',
  'person',
] as const
export const EntityKind = z.enum(entityKinds)
export type EntityKind = z.infer<typeof EntityKind>

export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'slug')
  .max(80)

/** Whatever figures are about, by, from or to. Members: a relation has two countries, a group or corridor any number. */
export const EntityInput = z
  .object({
    kind: EntityKind,
    slug: Slug,
    name: z.string().trim().min(1, 'required').max(200),
    aliases: z.array(z.string().trim().min(1).max(200)).max(50).default([]),
    members: z.array(Slug).max(300).default([]),
    lat: z.number().min(-90).max(90).nullable().default(null),
    lon: z.number().min(-180).max(180).nullable().default(null),
  })
  .superRefine(storable)
export type EntityInput = z.input<typeof EntityInput>

/** What two people who change one entity see: the other's version as fields, and the revision to save on top of. */
export type EntityConflict = { fields: Record<string, string>; onTopOf: string }
