import { amount, day, million, observation, page, stage, target, undated, until, year, years } from './notation'
import type { SampleEntry } from './schema'

const stock = (origin: 'aze' | 'kaz', reporter: string | null, scope = '') =>
  ({ indicator: 'investment-stock', about: 'aze-kaz', reporter, origin, unit: 'USD', scope }) as const
const firms = (origin: 'aze' | 'kaz', reporter: string | null) =>
  ({ indicator: 'firms-with-foreign-capital', about: 'aze-kaz', reporter, origin, unit: 'COUNT' }) as const
const fund = { indicator: 'fund-capital', about: 'aze-kaz', unit: 'USD' } as const

const agency2022 = [
  page('azernews-2022-06', { speakerAs: 'Chairman of the Small and Medium Business Development Agency of Azerbaijan' }),
]
const ministry2024 = [page('trend-2024-03-05', { speakerAs: 'Energy Ministry of Azerbaijan' })]
const differ = 'Four sources give four pairs of amounts, with different start years.'

export const investment: SampleEntry[] = [
  observation(
    'investment-aze-1995-2021',
    stock('aze', 'aze', 'non-oil sector'),
    years(1995, 2021),
    million('200', 'more_than'),
    'official',
    agency2022,
    { note: differ },
  ),
  observation(
    'investment-kaz-1995-2021',
    stock('kaz', 'aze', 'non-oil sector'),
    years(1995, 2021),
    million('100', 'about'),
    'official',
    agency2022,
    { note: differ },
  ),
  observation(
    'investment-aze-2024-03',
    stock('aze', 'aze'),
    until('2024-03-05', 'to date'),
    million('211.4'),
    'official',
    ministry2024,
    { note: differ },
  ),
  observation(
    'investment-kaz-2024-03',
    stock('kaz', 'aze'),
    until('2024-03-05', 'to date'),
    million('114'),
    'official',
    ministry2024,
    { note: differ },
  ),
  observation(
    'investment-aze-2024-09',
    stock('aze', null),
    until('2024-09-04', 'to date'),
    million('205.2'),
    'other',
    [page('menafn-2024-09')],
    { note: `${differ} Less than six months earlier.` },
  ),
  observation(
    'investment-kaz-2024-09',
    stock('kaz', null),
    until('2024-09-04', 'to date'),
    million('102.2'),
    'other',
    [page('menafn-2024-09')],
    { note: `${differ} Less than six months earlier.` },
  ),
  observation(
    'investment-aze-2005-2022',
    stock('aze', null),
    years(2005, 2022),
    million('306'),
    'other',
    [page('trend-2024-03-15')],
    { note: differ },
  ),
  observation(
    'investment-kaz-2005-2022',
    stock('kaz', null),
    years(2005, 2022),
    million('95'),
    'other',
    [page('trend-2024-03-15')],
    { note: differ },
  ),
  observation(
    'investment-flow-aze-2022',
    { indicator: 'investment-flow', about: 'aze-kaz', reporter: 'kaz', origin: 'aze', unit: 'USD' },
    year(2022),
    million('69.7'),
    'official',
    [page('astana-times-2023-04', { speakerAs: 'Akorda press service' })],
  ),
  observation('firms-kaz-2022-06', firms('kaz', 'aze'), day('2022-06-07'), amount('159'), 'official', agency2022),
  observation(
    'firms-all-2022-06',
    { indicator: 'firms-with-foreign-capital', about: 'aze', reporter: 'aze', unit: 'COUNT' },
    day('2022-06-07'),
    amount('15000', 0, 'more_than'),
    'official',
    agency2022,
  ),
  observation('firms-aze-2024-03', firms('aze', null), day('2024-03-15'), amount('900', 0, 'more_than'), 'other', [
    page('trend-2024-03-15'),
  ]),
  observation('firms-kaz-2024-03', firms('kaz', null), day('2024-03-15'), amount('150', 0, 'about'), 'other', [
    page('trend-2024-03-15'),
  ]),
  observation('firms-kaz-2024-09', firms('kaz', null), day('2024-09-04'), amount('182'), 'other', [
    page('menafn-2024-09'),
  ]),
  target(
    'fund-300',
    fund,
    undated(),
    million('300'),
    [page('astana-times-2024-03', { speakerAs: 'Chairman of Samruk-Kazyna' })],
    { note: 'A joint fund of Samruk-Kazyna and the Azerbaijan Investment Holding, planned in March 2024.' },
  ),
  stage(
    'fund-300-activating',
    'fund-300',
    'in_progress',
    day('2025-10-21'),
    [page('astana-times-2025-10', { speaker: 'kassym-jomart-tokayev', saidOn: '2025-10-21' })],
    { note: 'The leaders still speak of putting the joint Direct Investment Fund to work.' },
  ),
  observation(
    'turkic-investment-fund-500',
    { indicator: 'fund-capital', about: 'turkic-investment-fund', unit: 'USD' },
    undated('charter capital'),
    million('500'),
    'official',
    [page('jibek-joly-fund')],
  ),
]
