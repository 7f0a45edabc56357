import { type Fields, typedOr } from '@/lib/action/fields'
import type { Fault } from '@/lib/errors/refusal'
import { defaultLocale } from '@/lib/i18n/locales'
import { unitFault } from '@/lib/indicators/rules'
import { formatPeriod, parsePeriod } from '@/lib/periods/rules'
import type { Period } from '@/lib/periods/schema'
import { shift } from '@/lib/quantities/numerals/rules'
import { formatQuantity, parseQuantity } from '@/lib/quantities/rules'
import { Qualifier, type Quantity } from '@/lib/quantities/schema'

const noQuantity: Quantity = { value: '0', valueTo: null, unitMult: 0, decimals: 0, qualifier: 'exact' }
const noPeriod: Period = { starts: null, ends: null, words: '?' }

type ReadFigure = {
  quantity: Quantity
  measure: 'level' | 'change'
  /** The unit chosen, else the one the text names, else the indicator's; null while none of them is known. */
  unit: string | null
  faults: Fault[]
}

/**
 * The amount of a figure's form with its unit. A unit that the text names has to be the one chosen, and one the
 * indicator can be counted in; the fault then stands beside the amount.
 */
export function readFigure(fields: Fields, units: ReadonlyMap<string, string>): ReadFigure {
  const measure = fields['series.measure'] === 'change' ? 'change' : 'level'
  const own = units.get(fields['series.indicator']?.trim() ?? '') ?? null
  const chosen = typedOr(fields, 'series.unit')
  const usual = measure === 'change' ? 'PCT' : own
  const read = parseQuantity(fields.quantity ?? '')
  if (!read.ok)
    return { quantity: noQuantity, measure, unit: chosen ?? usual, faults: [{ field: 'quantity', ...read.fault }] }
  const unit = chosen ?? read.unit ?? usual
  const faults: Fault[] = []
  if (read.unit !== null && chosen !== null && read.unit !== chosen)
    faults.push({ field: 'quantity', code: 'otherUnit', values: { value: read.unit, expected: chosen } })
  else if (chosen === null && read.unit !== null && own !== null) {
    const wrong = unitFault(own, measure, read.unit)
    if (wrong) faults.push({ ...wrong, field: 'quantity' })
  }
  const qualifier = Qualifier.safeParse(fields.qualifier)
  const quantity = qualifier.success ? { ...read.quantity, qualifier: qualifier.data } : read.quantity
  return { quantity, measure, unit, faults }
}

function readStretch(fields: Fields, name: 'period' | 'base', optional: boolean) {
  const text = typedOr(fields, name)
  const words = typedOr(fields, `${name}Words`)
  if (text === null && words !== null) return { period: { starts: null, ends: null, words }, faults: [] }
  if (text === null && optional) return { period: null, faults: [] }
  const read = parsePeriod(text ?? '')
  if (!read.ok) return { period: noPeriod, faults: [{ field: name, ...read.fault }] }
  return { period: { ...read.period, words: words ?? read.period.words }, faults: [] }
}

/** When a figure holds or something falls due. Words beside the dates win over those the dates came with. */
export function readPeriod(fields: Fields): { period: Period; faults: Fault[] } {
  const { period, faults } = readStretch(fields, 'period', false)
  return { period: period ?? noPeriod, faults }
}

/** What a change is measured against; null where nothing was typed. */
export const readBase = (fields: Fields): { period: Period | null; faults: Fault[] } =>
  readStretch(fields, 'base', true)

/** An amount as text that reads back to exactly the same: digits, scale, qualifier. */
export function amountText(quantity: Quantity, unit: string, measure: 'level' | 'change'): string {
  const same = (text: string) => {
    const read = parseQuantity(text)
    return read.ok && JSON.stringify(sorted(read.quantity)) === JSON.stringify(sorted(quantity))
  }
  const signed = measure === 'change' && unit !== 'TIMES'
  const texts = (['short', 'long', 'exact'] as const).map((style) =>
    formatQuantity(quantity, unit, defaultLocale, { style, signed }),
  )
  return texts.find(same) ?? [counted(quantity, signed)].find((text) => text !== null && same(text)) ?? texts[2]!
}

/** Scales that readers are not shown but that people write: 28,400 crore is known to a crore, not to a rupee. */
const otherScales: Partial<Record<number, string>> = { 5: 'lakh', 7: 'crore' }

function counted(quantity: Quantity, signed: boolean): string | null {
  const scale = otherScales[quantity.unitMult]
  if (!scale) return null
  const down = (value: string): string =>
    value.startsWith('-') ? `-${down(value.slice(1))}` : shift(value, -quantity.unitMult)
  const small = {
    ...quantity,
    value: down(quantity.value),
    valueTo: quantity.valueTo && down(quantity.valueTo),
    unitMult: 0,
  }
  return `${formatQuantity(small, 'COUNT', defaultLocale, { style: 'exact', signed })} ${scale}`
}
const sorted = ({ value, valueTo, unitMult, decimals, qualifier }: Quantity) => [
  value,
  valueTo,
  unitMult,
  decimals,
  qualifier,
]

/** A period as the two fields that read back to it: dates as people write them, and the source's words where they are more. */
export function periodTexts(period: Period): { text: string; words: string } {
  if (period.starts === null && period.ends === null) return { text: '', words: period.words ?? '' }
  const text = formatPeriod(period, defaultLocale)
  const read = parsePeriod(text)
  const told = read.ok && read.period.words === period.words
  return { text, words: told ? '' : (period.words ?? '') }
}
