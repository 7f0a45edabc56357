import type { Period } from '@/lib/periods/schema'
import { amount, million, months, observation, page, undated, year, yearBefore } from './notation'
import type { SampleEntry } from './schema'

export const level = (reporter: string | null) =>
  ({ indicator: 'trade-turnover', about: 'aze-kaz', reporter, unit: 'USD' }) as const
export const growth = (reporter: string | null, unit: 'PCT' | 'TIMES' = 'PCT') =>
  ({ indicator: 'trade-turnover', about: 'aze-kaz', reporter, measure: 'change', unit }) as const
export const onYearBefore = (period: Period) => ({ base: yearBefore(period) })

/** Trade turnover where the source names nobody's count: points, never a line; a guess stands in the note only. */
export const turnoverByNobodyNamed: SampleEntry[] = [
  observation('turnover-2020-unnamed', level(null), year(2020), million('109'), 'other', [page('menafn-2024-03-12')], {
    note: "The page names no statistics office. Presumably Kazakhstan's count: it is the base of a fivefold rise to Kazakhstan's $529 million.",
  }),
  observation('turnover-2021-unnamed', level(null), year(2021), million('135.7'), 'other', [page('azernews-2022-06')], {
    note: "The page names no office. Presumably Azerbaijan's count: Kazakhstan's government gave $261 million for ten months.",
  }),
  observation('turnover-2023-unnamed', level(null), year(2023), million('598.47'), 'other', [page('menafn-2024-09')], {
    note: "The page names no office for this figure, which is $69 million above Kazakhstan's.",
  }),
  observation(
    'turnover-2024-unnamed',
    level(null),
    year(2024),
    million('530', 'more_than'),
    'other',
    [page('vesti-baku-2024', { speakerAs: 'Political analyst from Kazakhstan' })],
    { note: 'A political analyst of Kazakhstan, who names no office.' },
  ),
  observation(
    'turnover-2024-7m-unnamed',
    level(null),
    months(2024, 1, 7),
    million('316.5'),
    'other',
    [page('kazinform-2025-10', { speakerAs: 'Economist' })],
    { note: "An economist's figures, published by Kazakhstan's Kazinform; no office is named." },
  ),
  observation(
    'turnover-2025-7m-unnamed',
    level(null),
    months(2025, 1, 7),
    million('331.7'),
    'other',
    [page('kazinform-2025-10', { speakerAs: 'Economist' })],
    { note: "An economist's figures, published by Kazakhstan's Kazinform; no office is named." },
  ),
  observation(
    'turnover-growth-2025-7m-unnamed',
    growth(null),
    months(2025, 1, 7),
    amount('4.8'),
    'other',
    [page('kazinform-2025-10', { speakerAs: 'Economist' })],
    onYearBefore(months(2025, 1, 7)),
  ),
  observation(
    'turnover-2020-reused',
    level(null),
    undated('at the time of writing, September 2020'),
    million('230', 'about'),
    'other',
    [page('azernews-2020-09')],
    { rank: 'deprecated', note: 'The figure of the Azerbaijani customs for 2019 used again; it says nothing of 2020.' },
  ),
]
