import Big from 'big.js'
import { Temporal } from 'temporal-polyfill'
import type { Period } from '@/lib/periods/schema'
import type { Quantity } from '@/lib/quantities/schema'
import type { SampleEntry, SampleEvidence, SampleSource } from './schema'

/** How the sample's files write periods, figures and evidence, so that a row reads like the table it came from. */

const plus = (iso: string, span: Temporal.DurationLike) => Temporal.PlainDate.from(iso).add(span).toString()
const date = (year: number, month: number) => `${year}-${String(month).padStart(2, '0')}-01`

export const year = (y: number): Period => years(y, y)
/** Whole years, both included. */
export const years = (first: number, last: number): Period => ({
  starts: date(first, 1),
  ends: date(last + 1, 1),
  words: null,
})
/** Whole months of one year, both included: `months(2022, 1, 6)` is the first half of 2022. */
export const months = (y: number, first: number, last: number): Period => ({
  starts: date(y, first),
  ends: plus(date(y, last), { months: 1 }),
  words: null,
})
export const day = (iso: string): Period => days(iso, iso)
/** Days, both included. */
export const days = (first: string, last: string): Period => ({
  starts: first,
  ends: plus(last, { days: 1 }),
  words: null,
})
/** The source names no start: everything up to and including `last`. */
export const until = (last: string, words: string): Period => ({ starts: null, ends: plus(last, { days: 1 }), words })
/** The source names no end. */
export const since = (first: string, words: string): Period => ({ starts: first, ends: null, words })
/** The source gives no date: only its words stand. */
/** Without words: the source says nothing about time. */
export const undated = (words: string | null = null): Period => ({ starts: null, ends: null, words })
/** The same stretch one year earlier: what a growth "year on year" is measured against. */
export const yearBefore = (p: Period): Period => {
  if (!p.starts || !p.ends) throw new RangeError('only a dated period has one a year before')
  return { starts: plus(p.starts, { years: -1 }), ends: plus(p.ends, { years: -1 }), words: null }
}

/**
 * A figure as written: `amount('1.485', 6)` is 1.485 million, `amount('18–23')` a range.
 * The digits after the point are kept as `decimals`, because rounding is judged by them.
 */
export function amount(written: string, unitMult = 0, qualifier: Quantity['qualifier'] = 'exact'): Quantity {
  const [low = '', high = null] = written.split('–')
  const whole = (digits: string) => new Big(digits).times(new Big(10).pow(unitMult)).toFixed()
  return {
    value: whole(low),
    valueTo: high === null ? null : whole(high),
    unitMult,
    decimals: low.split('.')[1]?.length ?? 0,
    qualifier,
  }
}
export const thousand = (written: string, qualifier?: Quantity['qualifier']) => amount(written, 3, qualifier)
export const million = (written: string, qualifier?: Quantity['qualifier']) => amount(written, 6, qualifier)
export const billion = (written: string, qualifier?: Quantity['qualifier']) => amount(written, 9, qualifier)

/** A page as it was read for the sample; `publishedOn` is null where the page's day is not known. */
export const webPage = (
  key: string,
  publisher: string,
  title: string,
  url: string,
  publishedOn: string | null,
  more: Partial<Pick<SampleSource, 'byline' | 'language'>> = {},
): SampleSource => ({ key, publisher, title, url, publishedOn, accessedOn: '2026-09-01', ...more })

/** A page that states it, without its words. */
export const page = (source: string, more: Omit<SampleEvidence, 'source'> = {}): SampleEvidence => ({ source, ...more })

type Of<K extends SampleEntry['kind']> = Extract<SampleEntry, { kind: K }>

export const observation = (
  key: string,
  series: Of<'observation'>['series'],
  period: Period,
  quantity: Quantity,
  basis: Of<'observation'>['basis'],
  evidence: SampleEvidence[],
  more: Partial<Pick<Of<'observation'>, 'base' | 'note' | 'obsStatus' | 'rank'>> = {},
): SampleEntry => ({ kind: 'observation', key, series, period, quantity, basis, evidence, ...more })

export const target = (
  key: string,
  series: Of<'target'>['series'],
  period: Period,
  quantity: Quantity,
  evidence: SampleEvidence[],
  more: Partial<Pick<Of<'target'>, 'base' | 'note'>> = {},
): SampleEntry => ({ kind: 'target', key, series, period, quantity, evidence, ...more })

export const stage = (
  key: string,
  of: string,
  code: Of<'stage'>['code'],
  period: Period,
  evidence: SampleEvidence[],
  more: Partial<Pick<Of<'stage'>, 'note' | 'parties'>> = {},
): SampleEntry => ({ kind: 'stage', key, of, code, period, evidence, ...more })
