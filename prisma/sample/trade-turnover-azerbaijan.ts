import { amount, million, months, observation, page, year } from './notation'
import type { SampleEntry } from './schema'
import { growth, level, onYearBefore } from './trade-turnover'

/** Trade turnover as Azerbaijan's customs and officials count it. */
export const turnoverByAzerbaijan: SampleEntry[] = [
  observation('turnover-2017-9m-aze', level('aze'), months(2017, 1, 9), million('102.5'), 'official', [
    page('kazinform-2017-12', { speakerAs: 'Energy Minister of Azerbaijan', saidOn: '2017-12-07' }),
  ]),
  observation(
    'turnover-growth-2017-9m-aze',
    growth('aze'),
    months(2017, 1, 9),
    amount('3.7'),
    'official',
    [page('kazinform-2017-12', { speakerAs: 'Energy Minister of Azerbaijan', saidOn: '2017-12-07' })],
    {
      ...onYearBefore(months(2017, 1, 9)),
      note: "Kazakhstan's ambassador gave +12 to +15 % for the same months.",
    },
  ),
  observation('turnover-2018-aze', level('aze'), year(2018), million('221'), 'official', [
    page('azernews-2019-12', { speakerAs: 'Transport minister of Azerbaijan' }),
  ]),
  observation('turnover-2019-10m-aze', level('aze'), months(2019, 1, 10), million('191'), 'official', [
    page('azernews-2019-12', { speakerAs: 'Transport minister of Azerbaijan' }),
  ]),
  observation('turnover-2019-aze', level('aze'), year(2019), million('229.6'), 'office', [
    page('azernews-2020-01', { speakerAs: 'State Customs Committee of Azerbaijan' }),
  ]),
  observation(
    'turnover-2022-aze',
    level('aze'),
    year(2022),
    million('680'),
    'official',
    [page('news-az-2023-04', { speakerAs: 'Minister of Azerbaijan', saidOn: '2023-04-07' })],
    { note: 'About $218 million above the figure that Kazakhstan gave for the year.' },
  ),
  observation(
    'turnover-multiple-2022-aze',
    growth('aze', 'TIMES'),
    year(2022),
    amount('4.4', 0, 'more_than'),
    'official',
    [page('news-az-2023-04', { speakerAs: 'Minister of Azerbaijan', saidOn: '2023-04-07' })],
    { note: 'The page does not say against what.' },
  ),
  observation('turnover-2024-4m-aze', level('aze'), months(2024, 1, 4), million('87.269'), 'office', [
    page('today-az-2024', { speakerAs: 'State Customs Committee of Azerbaijan' }),
  ]),
  observation(
    'turnover-growth-2024-4m-aze',
    growth('aze'),
    months(2024, 1, 4),
    amount('-47.9'),
    'office',
    [page('today-az-2024', { speakerAs: 'State Customs Committee of Azerbaijan' })],
    onYearBefore(months(2024, 1, 4)),
  ),
  observation('turnover-2024-aze', level('aze'), year(2024), million('470'), 'official', [
    page('azertac-2025-10', { speakerAs: 'Energy Minister of Azerbaijan', saidOn: '2025-10-14' }),
    page('news-az-2025-10', { speakerAs: 'Energy Minister of Azerbaijan' }),
  ]),
  observation(
    'turnover-growth-2024-aze',
    growth('aze'),
    year(2024),
    amount('50'),
    'official',
    [
      page('azertac-2025-10', { speakerAs: 'Energy Minister of Azerbaijan', saidOn: '2025-10-14' }),
      page('news-az-2025-10', { speakerAs: 'Energy Minister of Azerbaijan' }),
    ],
    onYearBefore(year(2024)),
  ),
  observation(
    'turnover-2025-h1-aze',
    level('aze'),
    months(2025, 1, 6),
    million('501'),
    'official',
    [
      page('azertac-2025-10', { speakerAs: 'Energy Minister of Azerbaijan', saidOn: '2025-10-14' }),
      page('news-az-2025-10', { speakerAs: 'Energy Minister of Azerbaijan' }),
    ],
    { note: 'More for six months than the $331.7 million that another page gives for seven.' },
  ),
  observation(
    'turnover-multiple-2025-h1-aze',
    growth('aze', 'TIMES'),
    months(2025, 1, 6),
    amount('4.2'),
    'official',
    [
      page('azertac-2025-10', { speakerAs: 'Energy Minister of Azerbaijan', saidOn: '2025-10-14' }),
      page('news-az-2025-10', { speakerAs: 'Energy Minister of Azerbaijan' }),
    ],
    onYearBefore(months(2025, 1, 6)),
  ),
]
