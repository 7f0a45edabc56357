import type { Fault } from '@/lib/errors/refusal'
import type { Measure } from './schema'

const currencies = new Set(['USD', 'EUR', 'AZN', 'KZT', 'RUB'])
export const isCurrency = (unit: string): boolean => currencies.has(unit)

/**
 * Units a series of an indicator may have: a level is counted in the indicator's own unit (any currency for money, each
 * a line of its own); a change in percent, in times, or as an amount in a unit of the level. Null when it fits.
 */
export function unitFault(indicatorUnit: string, measure: Measure, unit: string): Fault | null {
  const sameKind = unit === indicatorUnit || (isCurrency(unit) && isCurrency(indicatorUnit))
  const fits = measure === 'level' ? sameKind : sameKind || unit === 'PCT' || unit === 'TIMES'
  return fits ? null : { field: 'series.unit', code: 'wrongUnit', values: { value: unit, expected: indicatorUnit } }
}
