import { z } from 'zod'
import { Slug } from '@/lib/entities/schema'
import { storable } from '@/lib/errors/issues'

export const themes = [
  'trade',
  'economy',
  'investment',
  'transport',
  'energy',
  'political',
  'security',
  'multilateral',
  'culture',
] as const
export const Theme = z.enum(themes)
export type Theme = z.infer<typeof Theme>

/** SDMX CL_FREQ: annual, half-yearly, quarterly, monthly; I = irregular. */
export const frequencies = ['A', 'S', 'Q', 'M', 'I'] as const
export const Frequency = z.enum(frequencies)
export type Frequency = z.infer<typeof Frequency>

/** `level` is the amount itself, `change` how it moved (percent, times, or absolute: told by the unit). */
export const measures = ['level', 'change'] as const
export const Measure = z.enum(measures)
export type Measure = z.infer<typeof Measure>

/** ISO 4217 for money; otherwise SDMX-style codes. The table `unit` holds the same list with names. */
export const units = [
  'USD',
  'EUR',
  'AZN',
  'KZT',
  'RUB',
  'T',
  'TEU',
  'KM',
  'D',
  'PCT',
  'TIMES',
  'COUNT',
  'PERSONS',
  'M2',
] as const
export const Unit = z.enum(units)
export type Unit = z.infer<typeof Unit>

/** What an indicator says of a corridor, its nodes and legs: what could be carried, what was, how long that takes. */
export const corridorRoles = ['capacity', 'flow', 'transit_time'] as const
export const CorridorRole = z.enum(corridorRoles)
export type CorridorRole = z.infer<typeof CorridorRole>

export const IndicatorInput = z
  .object({
    code: Slug,
    name: z.string().trim().min(1, 'required').max(120),
    definition: z.string().trim().min(1, 'required').max(2000),
    theme: Theme,
    unit: Unit,
    frequency: Frequency,
    /** Which way is good: 1 up, -1 down, 0 neither. */
    desired: z.union([z.literal(-1), z.literal(0), z.literal(1)]),
    /** Place among a dashboard's cards; null = no card. */
    headline: z.number().int().min(1).max(999).nullable().default(null),
    /** Null = says nothing of corridors. */
    corridorRole: CorridorRole.nullable().default(null),
  })
  .superRefine(storable)
export type IndicatorInput = z.input<typeof IndicatorInput>

/** The SDMX series key: one line that may be drawn. Reporters, currencies and scopes are never mixed in one. */
export const SeriesKey = z
  .object({
    indicator: Slug,
    about: Slug,
    /** Whose count it is; null = the source names nobody: then points, never a line. */
    reporter: Slug.nullable().default(null),
    /** From which country the flow goes; null = both ways. */
    origin: Slug.nullable().default(null),
    measure: Measure.default('level'),
    unit: Unit,
    /** Narrower or other count, in the source's words; empty = the whole. */
    scope: z.string().trim().max(200).default(''),
  })
  .superRefine(storable)
export type SeriesKey = z.input<typeof SeriesKey>

/** What two people who change one indicator see: the other's version as fields, and the revision to save on top of. */
export type IndicatorConflict = { fields: Record<string, string>; onTopOf: string }
