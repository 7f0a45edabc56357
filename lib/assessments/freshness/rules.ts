import { daysBetween } from '@/lib/periods/rules'
import { latestReading, type Reading } from '../reading/rules'

export type Frequency = 'A' | 'S' | 'Q' | 'M' | 'I'
export type Freshness = {
  /** `unscheduled`: an irregular indicator owes nothing by any day; `none`: no dated figure yet. */
  code: 'fresh' | 'ageing' | 'stale' | 'unscheduled' | 'none'
  /** Days since the latest period ended; 0 while it runs. */
  days: number | null
  latest: Reading | null
  /** `fresh` up to this many days, `ageing` up to the second. */
  limits: { fresh: number; ageing: number } | null
}

/** Days of one period, and days an office usually takes to publish it. */
const rhythm = { A: [365, 120], S: [182, 90], Q: [91, 75], M: [30, 45] } as const

/**
 * How far the figures have fallen behind the indicator's frequency. Fresh until the next period has ended and an office
 * has had its usual time to publish (annual 120 days, half-yearly 90, quarterly 75, monthly 45); ageing for one period
 * more; then stale. A rule of this product, not a published standard.
 * @param today ISO day, given from outside.
 * @example annual, latest 2024: fresh to the end of April 2026, ageing to the end of April 2027.
 */
export function freshness(observations: readonly Reading[], frequency: Frequency, today: string): Freshness {
  const latest = latestReading(observations)?.best ?? null
  if (!latest) return { code: 'none', days: null, latest: null, limits: null }
  const days = Math.max(0, daysBetween(latest.ends, today))
  if (frequency === 'I') return { code: 'unscheduled', days, latest, limits: null }
  const [period, delay] = rhythm[frequency]
  const limits = { fresh: period + delay, ageing: 2 * period + delay }
  return { code: days <= limits.fresh ? 'fresh' : days <= limits.ageing ? 'ageing' : 'stale', days, latest, limits }
}
