import { amount, day, months, observation, page } from './notation'
import type { SampleEntry } from './schema'

const series = (reporter: string | null) =>
  ({ indicator: 'legal-base', about: 'aze-kaz', reporter, unit: 'COUNT' }) as const
const counting = { note: 'Sources count differently: the claims do not grow from year to year.' }

export const legalBaseClaims: SampleEntry[] = [
  observation(
    'legal-base-2018',
    series('kaz'),
    day('2018-11-23'),
    amount('60', 0, 'more_than'),
    'official',
    [page('trend-2018-11', { speakerAs: 'Ambassador of Kazakhstan to Azerbaijan' })],
    counting,
  ),
  observation(
    'legal-base-2020',
    series('aze'),
    day('2020-01-16'),
    amount('100', 0, 'more_than'),
    'official',
    [page('azernews-2020-01', { speakerAs: 'Ambassador of Azerbaijan to Kazakhstan' })],
    counting,
  ),
  observation(
    'legal-base-2022',
    series(null),
    day('2022-08-25'),
    amount('90', 0, 'about'),
    'other',
    [page('azernews-2022-08-25')],
    counting,
  ),
  observation(
    'legal-base-2025',
    series('aze'),
    months(2025, 12, 12),
    amount('189', 0, 'more_than'),
    'official',
    [page('report-2025-12', { speakerAs: 'Ambassador of Azerbaijan to Kazakhstan' })],
    counting,
  ),
]
