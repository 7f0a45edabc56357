import { amount, billion, million, months, observation, page, webPage } from './notation'
import type { SampleEntry, SampleSource } from './schema'
import { onYearBefore } from './trade-turnover'

/** A second relation, so that there is something to compare: one release of Georgia's statistics office. */
export const georgiaSources: SampleSource[] = [
  webPage(
    'caliber-2024-11',
    'caliber-az',
    'Azerbaijan, Georgia see decline in bilateral trade',
    'https://caliber.az/en/post/azerbaijan-georgia-see-decline-in-bilateral-trade',
    '2024-11-30',
  ),
]

const ten2024 = months(2024, 1, 10)
const geostat = [page('caliber-2024-11', { speakerAs: 'National Statistics Office of Georgia' })]
const turnover = { indicator: 'trade-turnover', about: 'aze-geo', reporter: 'geo' } as const
const from = (origin: 'aze' | 'geo') =>
  ({ indicator: 'trade-by-origin', about: 'aze-geo', reporter: 'geo', origin }) as const
const dollars = { unit: 'USD' } as const
const growth = { measure: 'change', unit: 'PCT' } as const

/** Trade of Azerbaijan and Georgia as Georgia counts it. */
export const tradeWithGeorgia: SampleEntry[] = [
  observation('geo-turnover-2024-10m', { ...turnover, ...dollars }, ten2024, billion('1.069'), 'office', geostat),
  observation(
    'geo-turnover-growth-2024-10m',
    { ...turnover, ...growth },
    ten2024,
    amount('-13'),
    'office',
    geostat,
    onYearBefore(ten2024),
  ),
  observation(
    'geo-origin-geo-2024-10m',
    { ...from('geo'), ...dollars },
    ten2024,
    million('610.992'),
    'office',
    geostat,
  ),
  observation(
    'geo-origin-geo-growth-2024-10m',
    { ...from('geo'), ...growth },
    ten2024,
    amount('-14.4'),
    'office',
    geostat,
    onYearBefore(ten2024),
  ),
  observation(
    'geo-origin-aze-2024-10m',
    { ...from('aze'), ...dollars },
    ten2024,
    million('458.454'),
    'office',
    geostat,
  ),
  observation(
    'geo-origin-aze-growth-2024-10m',
    { ...from('aze'), ...growth },
    ten2024,
    amount('-11.2'),
    'office',
    geostat,
    onYearBefore(ten2024),
  ),
]
