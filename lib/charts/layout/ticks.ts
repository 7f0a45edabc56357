import type { Locale } from '@/lib/i18n/locales'
import { addMonths, dayMs, floorTo, type TimeRange } from './time'

/** A label stands in the middle of the period it names; a mark stands where a period begins. */
export type TimeTicks = { labels: { at: number; text: string | string[] }[]; marks: number[] }

const monthMs = 30.4375 * dayMs
const yearSteps = [1, 2, 5, 10, 20, 50, 100]

/**
 * Ticks of a time axis of `width` pixels. Years, but for up to thirty months quarters and for up to fourteen
 * months with the year below, and days for a few weeks. `need` is the narrowest label in pixels (a year in the axis font).
 */
export function timeTicks(range: TimeRange, width: number, lang: Locale, need: number): TimeTicks {
  const months = (range.to - range.from) / monthMs
  const perMonth = width / months
  if (months <= 2.5) return dayTicks(range, width, lang, need)
  if (months <= 14 && perMonth >= need) return monthTicks(range, 1, (at) => monthName(at, lang))
  if (months <= 30 && perMonth * 3 >= need) return monthTicks(range, 3, (at) => `Q${quarter(at)}`)
  return yearTicks(range, perMonth * 12, need)
}

function yearTicks(range: TimeRange, perYear: number, need: number): TimeTicks {
  const step = yearSteps.find((s) => s * perYear >= need + 6) ?? 200
  const labels: TimeTicks['labels'] = []
  const marks: number[] = []
  const markStep = perYear >= 4 ? 1 : step
  for (let at = floorTo(range.from, 12); at <= range.to; at = addMonths(at, 12)) {
    const year = new Date(at).getUTCFullYear()
    if (at >= range.from && year % markStep === 0) marks.push(at)
    const middle = (Math.max(at, range.from) + Math.min(addMonths(at, 12), range.to)) / 2
    // A year of which only a sliver is shown gets no label: it would stick out or crowd its neighbour.
    const shown = Math.min(addMonths(at, 12), range.to) - Math.max(at, range.from)
    const room = (shown / (365.25 * dayMs)) * perYear
    if (year % step === 0 && (room >= need || (step > 1 && room > perYear / 2)))
      labels.push({ at: middle, text: `${year}` })
  }
  return { labels, marks }
}

function monthTicks(range: TimeRange, step: number, name: (at: number) => string): TimeTicks {
  const labels: TimeTicks['labels'] = []
  const marks: number[] = []
  let yearShown = 0
  for (let at = floorTo(range.from, step); at < range.to; at = addMonths(at, step)) {
    if (at >= range.from) marks.push(at)
    const middle = (at + addMonths(at, step)) / 2
    if (middle < range.from || middle > range.to) continue
    const year = new Date(at).getUTCFullYear()
    labels.push({ at: middle, text: year === yearShown ? name(at) : [name(at), `${year}`] })
    yearShown = year
  }
  return { labels, marks }
}

function dayTicks(range: TimeRange, width: number, lang: Locale, need: number): TimeTicks {
  const days = (range.to - range.from) / dayMs
  const step = [1, 2, 7, 14].find((s) => (width / days) * s >= need * 1.3) ?? 28
  const labels: TimeTicks['labels'] = []
  const marks: number[] = []
  for (let at = range.from; at < range.to; at += step * dayMs) {
    marks.push(at)
    labels.push({ at: at + dayMs / 2, text: `${new Date(at).getUTCDate()} ${monthName(at, lang)}` })
  }
  return { labels, marks }
}

function quarter(at: number): number {
  return Math.floor(new Date(at).getUTCMonth() / 3) + 1
}

const monthFormats = new Map<string, Intl.DateTimeFormat>()
function monthName(at: number, lang: Locale): string {
  let format = monthFormats.get(lang)
  if (!format) {
    format = new Intl.DateTimeFormat(lang, { month: 'short', timeZone: 'UTC' })
    monthFormats.set(lang, format)
  }
  return format.format(at)
}

export type AmountRange = { min: number; max: number; step: number }

/** The smallest 1, 2, 2.5 or 5 × 10ⁿ that divides a length into at most `parts`. */
export function roundStep(length: number, parts: number): number {
  const rough = length / Math.max(1, parts)
  const power = 10 ** Math.floor(Math.log10(rough))
  const factor = [1, 2, 2.5, 5, 10].find((f) => f * power >= rough * 0.999_999) ?? 10
  return factor * power
}

/** Room for the values, zero always among them: a cut axis makes a small rise look like a big one. */
export function amountRange(values: number[], parts: number): AmountRange {
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values)
  if (low === high) return { min: 0, max: 1, step: 0.5 }
  const step = roundStep(high - low, parts)
  // Air for markers and the words of a target, but no empty step.
  const air = (high - low) * 0.13
  const max = high > 0 ? Math.min(Math.ceil(high / step + 0.1) * step, high + air) : 0
  const min = low < 0 ? Math.max(Math.floor(low / step - 0.1) * step, low - air) : 0
  return { min, max, step }
}

const numberFormats = new Map<string, Intl.NumberFormat>()
/** A tick of the y axis with as many decimals as its step needs. */
export function amountLabel(value: number, step: number, lang: Locale): string {
  const decimals = Math.max(0, Math.min(6, Math.ceil(-Math.log10(step) - 1e-9) + (is25(step) ? 1 : 0)))
  const key = `${lang} ${decimals}`
  let format = numberFormats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(lang, { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
    numberFormats.set(key, format)
  }
  return format.format(value === 0 ? 0 : value).replace('-', '−')
}

function is25(step: number): boolean {
  const digits = step / 10 ** Math.floor(Math.log10(step))
  return Math.abs(digits - 2.5) < 1e-6 && step < 10
}
