import { amount, million, months, observation, page, year } from './notation'
import type { SampleEntry } from './schema'
import { onYearBefore } from './trade-turnover'

/** What each country sells the other: "exports of one" and "imports of the other" are the same origin. */
const from = (origin: 'aze' | 'kaz', reporter: string) =>
  ({ indicator: 'trade-by-origin', about: 'aze-kaz', reporter, origin, unit: 'USD' }) as const
const growthFrom = (origin: 'aze' | 'kaz', reporter: string, unit: 'PCT' | 'TIMES' = 'PCT', scope = '') =>
  ({ indicator: 'trade-by-origin', about: 'aze-kaz', reporter, origin, measure: 'change', unit, scope }) as const

const minister2017 = [page('kazinform-2017-12', { speakerAs: 'Energy Minister of Azerbaijan', saidOn: '2017-12-07' })]
const ambassador2018 = [page('trend-2018-11', { speakerAs: 'Ambassador of Kazakhstan to Azerbaijan' })]
const committee2018 = [page('azernews-2019-10', { speakerAs: 'Statistics Committee of Kazakhstan' })]
const customs2019 = [page('azernews-2020-01', { speakerAs: 'State Customs Committee of Azerbaijan' })]
const ministry2022 = [page('azernews-2022-08-24', { speakerAs: 'Ministry of Trade and Integration of Kazakhstan' })]
const akorda2023 = [page('astana-times-2023-04', { speakerAs: 'Akorda press service' })]
const statistics2024 = [page('trend-2024-03-05', { speakerAs: 'Kazakh statistics' })]
const bureau2024 = [page('menafn-2024-09', { speakerAs: 'National Bureau of Statistics' })]

const nine2017 = months(2017, 1, 9)
const nine2018 = months(2018, 1, 9)
const half2022 = months(2022, 1, 6)

export const tradeByOrigin: SampleEntry[] = [
  observation('origin-aze-2017-9m-aze', from('aze', 'aze'), nine2017, million('21.8'), 'official', minister2017),
  observation('origin-kaz-2017-9m-aze', from('kaz', 'aze'), nine2017, million('80.7'), 'official', minister2017),
  observation(
    'origin-aze-growth-2017-9m-aze',
    growthFrom('aze', 'aze'),
    nine2017,
    amount('7.3'),
    'official',
    minister2017,
    onYearBefore(nine2017),
  ),
  observation(
    'origin-kaz-growth-2017-9m-aze',
    growthFrom('kaz', 'aze'),
    nine2017,
    amount('2.7'),
    'official',
    minister2017,
    onYearBefore(nine2017),
  ),
  observation(
    'origin-aze-2018-9m-kaz',
    from('aze', 'kaz'),
    nine2018,
    million('36', 'about'),
    'official',
    ambassador2018,
    { note: '“Almost $36 million”.' },
  ),
  observation(
    'origin-kaz-2018-9m-kaz',
    from('kaz', 'kaz'),
    nine2018,
    million('133', 'more_than'),
    'official',
    ambassador2018,
    { note: 'The page says that imports rose by this amount; with its rates it can only be their level.' },
  ),
  observation(
    'origin-aze-growth-2018-9m-kaz',
    growthFrom('aze', 'kaz'),
    nine2018,
    amount('65.1'),
    'official',
    ambassador2018,
    onYearBefore(nine2018),
  ),
  observation(
    'origin-kaz-growth-2018-9m-kaz',
    growthFrom('kaz', 'kaz'),
    nine2018,
    amount('65.8'),
    'official',
    ambassador2018,
    onYearBefore(nine2018),
  ),
  observation('origin-kaz-2018-kaz', from('kaz', 'kaz'), year(2018), million('211.9'), 'office', committee2018),
  observation('origin-aze-2019-aze', from('aze', 'aze'), year(2019), million('24', 'more_than'), 'office', customs2019),
  observation('origin-kaz-2019-aze', from('kaz', 'aze'), year(2019), million('205'), 'office', customs2019),
  observation(
    'origin-kaz-wheat-2022-h1-kaz',
    growthFrom('kaz', 'kaz', 'TIMES', 'wheat'),
    half2022,
    amount('11.6'),
    'official',
    ministry2022,
    onYearBefore(half2022),
  ),
  observation(
    'origin-kaz-oil-products-2022-h1-kaz',
    growthFrom('kaz', 'kaz', 'TIMES', 'oil products'),
    half2022,
    amount('2.7'),
    'official',
    ministry2022,
    onYearBefore(half2022),
  ),
  observation(
    'origin-kaz-locomotives-2022-h1-kaz',
    growthFrom('kaz', 'kaz', 'TIMES', 'electric railway locomotives'),
    half2022,
    amount('6.4'),
    'official',
    ministry2022,
    onYearBefore(half2022),
  ),
  observation('origin-kaz-2022-kaz', from('kaz', 'kaz'), year(2022), million('375.3'), 'official', akorda2023),
  observation('origin-aze-2022-kaz', from('aze', 'kaz'), year(2022), million('86.6'), 'official', akorda2023),
  observation(
    'origin-aze-2022-revised-kaz',
    from('aze', 'kaz'),
    year(2022),
    million('88.3'),
    'office',
    statistics2024,
    { rank: 'preferred', note: "The same side's later figure for the year: preferred to $86.6 million of April 2023." },
  ),
  observation('origin-kaz-2023-kaz', from('kaz', 'kaz'), year(2023), million('456.3'), 'office', statistics2024),
  observation(
    'origin-kaz-growth-2023-kaz',
    growthFrom('kaz', 'kaz'),
    year(2023),
    amount('21.6'),
    'office',
    statistics2024,
    onYearBefore(year(2023)),
  ),
  observation('origin-aze-2023-kaz', from('aze', 'kaz'), year(2023), million('73'), 'office', statistics2024),
  observation(
    'origin-aze-growth-2023-kaz',
    growthFrom('aze', 'kaz'),
    year(2023),
    amount('-17.3'),
    'office',
    statistics2024,
    onYearBefore(year(2023)),
  ),
  observation('origin-aze-2024-h1-kaz', from('aze', 'kaz'), months(2024, 1, 6), million('24.5'), 'office', bureau2024),
  observation('origin-kaz-2024-h1-kaz', from('kaz', 'kaz'), months(2024, 1, 6), million('256.1'), 'office', bureau2024),
]
