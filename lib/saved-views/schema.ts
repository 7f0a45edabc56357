import { z } from 'zod'
import { Slug } from '@/lib/entities/schema'
import { storable } from '@/lib/errors/issues'

export const pinKinds = ['card', 'chart'] as const
export const audiences = ['private', 'shared'] as const

/** How many cards and charts a view may hold: as many as anybody reads at once. */
export const mostPins = 40

/** A card of the dashboard by its key, or a chart by its indicator and measure: "trade-turnover level". */
export const Pin = z.object({ kind: z.enum(pinKinds), key: z.string().trim().min(1).max(120) })
export type Pin = z.output<typeof Pin>

export const Pins = z
  .array(Pin)
  .max(mostPins)
  .refine((pins) => new Set(pins.map((p) => `${p.kind} ${p.key}`)).size === pins.length, 'pinnedTwice')

/** Settings of a page as they stand in its address. */
export const ViewSettings = z
  .record(z.string().regex(/^[a-z]{1,20}$/), z.string().min(1).max(60).superRefine(storable))
  .refine((settings) => Object.keys(settings).length <= 12, 'tooManySettings')
export type ViewSettings = z.output<typeof ViewSettings>

export const ViewName = z.string().trim().min(1).max(120).superRefine(storable)
export const Audience = z.enum(audiences)
export type Audience = z.output<typeof Audience>

/** What follows the relation in a page's address; empty for the dashboard. */
export const ViewPage = z
  .string()
  .max(120)
  .regex(/^([a-z0-9-]+(\/[a-z0-9-]+)*)?$/)

export const ViewInput = z.object({
  relation: Slug,
  page: ViewPage,
  settings: ViewSettings,
  name: ViewName,
  audience: Audience,
  pins: Pins,
})
export type ViewInput = z.input<typeof ViewInput>

export const Token = z.string().regex(/^[A-Za-z0-9_-]{16}$/)

/** A kept view as it is read. */
export type SavedView = {
  token: string
  name: string
  relation: string
  relationName: string
  page: string
  settings: ViewSettings
  audience: Audience
  revision: number
  /** Who keeps it, and whether that is who asks. */
  owner: string
  own: boolean
  changedOn: string
  pins: Pin[]
}
