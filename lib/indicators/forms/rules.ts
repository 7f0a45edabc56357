import { type Fields, typedOr } from '@/lib/action/fields'
import { type Meanings, slugOf, toSlug } from '@/lib/entities/rules'
import type { Fault } from '@/lib/errors/refusal'
import type { IndicatorInput, SeriesKey } from '../schema'

/** An indicator's form as the mutation takes it; choices that were not made and numbers that are none are refused there. */
export function toIndicatorInput(fields: Fields): IndicatorInput {
  const headline = typedOr(fields, 'headline')
  const desired = typedOr(fields, 'desired')
  const name = fields.name?.trim() ?? ''
  return {
    code: typedOr(fields, 'code') ?? toSlug(name),
    name,
    definition: fields.definition?.trim() ?? '',
    theme: fields.theme as IndicatorInput['theme'],
    unit: fields.unit as IndicatorInput['unit'],
    frequency: fields.frequency as IndicatorInput['frequency'],
    desired: (desired === null ? 0 : Number(desired)) as IndicatorInput['desired'],
    headline: headline === null ? null : /^\d{1,6}$/.test(headline) ? Number(headline) : 0,
    corridorRole: typedOr(fields, 'corridorRole') as IndicatorInput['corridorRole'],
  }
}

const entities = ['series.about', 'series.reporter', 'series.origin'] as const

/** Names in a series' form that stand for entities. */
export const entitiesOfSeries = (fields: Fields): string[] => entities.flatMap((name) => typedOr(fields, name) ?? [])

/** A series' form as the mutation takes it. Without a unit it is the indicator's own, percent for a change. */
export function toSeriesKey(
  fields: Fields,
  meanings: Meanings,
  units: ReadonlyMap<string, string>,
): { key: SeriesKey; faults: Fault[] } {
  const faults: Fault[] = []
  const entity = (field: (typeof entities)[number]): string | null => {
    const text = typedOr(fields, field)
    if (text === null) return null
    const found = slugOf(text, field, meanings)
    if ('slug' in found) return found.slug
    faults.push(found.fault)
    return null
  }
  const indicator = typedOr(fields, 'series.indicator')
  const about = entity('series.about')
  if (indicator === null) faults.push({ field: 'series.indicator', code: 'required' })
  if (typedOr(fields, 'series.about') === null) faults.push({ field: 'series.about', code: 'required' })
  const measure = fields['series.measure'] === 'change' ? 'change' : 'level'
  const usual = measure === 'change' ? 'PCT' : units.get(indicator ?? '')
  const key = {
    indicator: indicator ?? '',
    about: about ?? '',
    reporter: entity('series.reporter'),
    origin: entity('series.origin'),
    measure,
    unit: (typedOr(fields, 'series.unit') ?? usual ?? '') as SeriesKey['unit'],
    scope: fields['series.scope']?.trim() ?? '',
  } as const
  return { key, faults }
}

/** A stored indicator as the texts its form opens with. */
export const indicatorFields = (i: Required<IndicatorInput>): Fields => ({
  code: i.code,
  name: i.name,
  definition: i.definition,
  theme: i.theme,
  unit: i.unit,
  frequency: i.frequency,
  desired: String(i.desired),
  headline: i.headline === null ? '' : String(i.headline),
  corridorRole: i.corridorRole ?? '',
})
