import { amount, day, million, months, observation, page, thousand, undated, year, yearBefore } from './notation'
import type { SampleEntry } from './schema'

const cargo = (reporter: string | null, scope = '') =>
  ({ indicator: 'corridor-cargo', about: 'middle-corridor', reporter, unit: 'T', scope }) as const
const cargoGrowth = (reporter: string | null, unit: 'PCT' | 'TIMES' = 'PCT', scope = '') =>
  ({ indicator: 'corridor-cargo', about: 'middle-corridor', reporter, measure: 'change', unit, scope }) as const
const boxes = (reporter: string | null, scope = '') =>
  ({ indicator: 'corridor-containers', about: 'middle-corridor', reporter, unit: 'TEU', scope }) as const
const boxesGrowth = (reporter: string | null) =>
  ({ indicator: 'corridor-containers', about: 'middle-corridor', reporter, measure: 'change', unit: 'PCT' }) as const
const transit = (reporter: string | null, scope = '') =>
  ({ indicator: 'corridor-transit-time', about: 'middle-corridor', reporter, unit: 'D', scope }) as const
const trains = {
  indicator: 'corridor-trains',
  about: 'middle-corridor',
  reporter: 'azerbaijan-railways',
  unit: 'COUNT',
  scope: 'from China',
} as const

const ministry = [page('report-2026-03', { speakerAs: 'Ministry of Transport of Kazakhstan' })]
const association = [
  page('astana-times-2025-03', {
    speakerAs: 'International association of the Trans-Caspian route',
    saidOn: '2025-03-04',
  }),
]
const seaports = 'through the seaports of Kazakhstan and Azerbaijan'
const onYearBefore = (period: ReturnType<typeof year>) => ({ base: yearBefore(period) })

const yearly = (y: number, quantity: ReturnType<typeof million>) =>
  observation(`cargo-${y}-kaz`, cargo('kaz'), year(y), quantity, 'official', ministry)

/** One ministry's series, then every other reading, each in the line it belongs to. */
export const corridor: SampleEntry[] = [
  yearly(2019, thousand('759')),
  yearly(2020, thousand('783')),
  yearly(2021, thousand('586')),
  yearly(2022, million('1.485')),
  yearly(2023, million('2.764')),
  yearly(2024, million('4.484')),
  yearly(2025, million('4.119')),
  observation(
    'cargo-fivefold-kaz',
    cargoGrowth('kaz', 'TIMES'),
    undated('over the past seven years'),
    amount('5', 0, 'about'),
    'official',
    ministry,
    {
      note: 'From 0.8 to 4.5 million tonnes: by the same page that is 2019 to 2024; in 2025 less was carried.',
    },
  ),
  observation('cargo-2022-unnamed', cargo(null), year(2022), million('1.5'), 'other', [page('tels-2022')]),
  observation(
    'cargo-multiple-2022-unnamed',
    cargoGrowth(null, 'TIMES'),
    year(2022),
    amount('2.5'),
    'other',
    [page('tels-2022')],
    onYearBefore(year(2022)),
  ),
  observation('cargo-2023-unnamed', cargo(null), year(2023), million('2.7'), 'other', [page('menafn-2024-08-06')]),
  observation(
    'cargo-growth-2023-unnamed-65',
    cargoGrowth(null),
    year(2023),
    amount('65'),
    'other',
    [page('menafn-2024-08-06')],
    { ...onYearBefore(year(2023)), note: 'Another page gives +86 % for the same year.' },
  ),
  observation(
    'cargo-growth-2023-unnamed-86',
    cargoGrowth(null),
    year(2023),
    amount('86'),
    'other',
    [page('times-of-central-asia-2024')],
    {
      ...onYearBefore(year(2023)),
      note: "Another page gives +65 % for the same year. The ministry's series agrees with +86 %.",
    },
  ),
  observation(
    'cargo-2024-7m-unnamed',
    cargo(null),
    months(2024, 1, 7),
    million('2.5'),
    'other',
    [page('menafn-2024-08-06'), page('menafn-2024-08-15')],
    { note: 'The second page calls the year 2023 while forecasting its end in August 2024: a slip for 2024.' },
  ),
  observation(
    'cargo-growth-2024-7m-unnamed',
    cargoGrowth(null),
    months(2024, 1, 7),
    amount('62'),
    'other',
    [page('menafn-2024-08-06')],
    onYearBefore(months(2024, 1, 7)),
  ),
  observation(
    'containers-multiple-2024-7m-unnamed',
    { ...boxesGrowth(null), unit: 'TIMES' },
    months(2024, 1, 7),
    amount('14'),
    'other',
    [page('menafn-2024-08-15')],
    {
      obsStatus: 'U',
      note: 'Announced as a 14-fold rise on a page that also calls the year 2023 by mistake; another source gives +176 % for the whole year.',
    },
  ),
  observation('cargo-2024-11m-unnamed', cargo(null), months(2024, 1, 11), million('4.1'), 'other', [
    page('trend-2024-12'),
  ]),
  observation(
    'cargo-growth-2024-11m-unnamed',
    cargoGrowth(null),
    months(2024, 1, 11),
    amount('63'),
    'other',
    [page('trend-2024-12')],
    onYearBefore(months(2024, 1, 11)),
  ),
  observation('cargo-2024-tokayev', cargo('kaz'), year(2024), million('4.5'), 'official', [
    page('astana-times-2025-10', { speaker: 'kassym-jomart-tokayev', saidOn: '2025-10-21' }),
  ]),
  observation(
    'cargo-growth-2024-tokayev',
    cargoGrowth('kaz'),
    year(2024),
    amount('62'),
    'official',
    [page('astana-times-2025-10', { speaker: 'kassym-jomart-tokayev', saidOn: '2025-10-21' })],
    onYearBefore(year(2024)),
  ),
  observation(
    'cargo-2024-seaports',
    cargo('titr-association', seaports),
    year(2024),
    million('3.3'),
    'other',
    association,
    { note: 'A narrower count than the 4.5 million tonnes of the whole corridor.' },
  ),
  observation(
    'cargo-growth-2024-seaports',
    cargoGrowth('titr-association', 'PCT', seaports),
    year(2024),
    amount('20'),
    'other',
    association,
    onYearBefore(year(2024)),
  ),
  observation('cargo-2025-7m-unnamed', cargo(null), months(2025, 1, 7), million('2.6'), 'other', [
    page('kazinform-2025-10', { speakerAs: 'Economist' }),
  ]),

  observation('containers-2021', boxes('titr-association'), year(2021), thousand('25.2'), 'other', [page('titr-2022')]),
  observation(
    'containers-growth-2021',
    boxesGrowth('titr-association'),
    year(2021),
    amount('20'),
    'other',
    [page('titr-2022')],
    onYearBefore(year(2021)),
  ),
  observation(
    'containers-2022-unnamed',
    boxes(null, 'except the Turkmen direction'),
    year(2022),
    thousand('33.6'),
    'other',
    [page('tajikistan-news-gazette-2022')],
  ),
  observation('containers-2024-11m-unnamed', boxes(null), months(2024, 1, 11), thousand('50.5'), 'other', [
    page('trend-2024-12'),
  ]),
  observation('containers-2024', boxes('titr-association'), year(2024), thousand('56.5'), 'other', association),
  observation(
    'containers-growth-2024',
    boxesGrowth('titr-association'),
    year(2024),
    amount('176'),
    'other',
    association,
    onYearBefore(year(2024)),
  ),
  observation('containers-2025-7m-unnamed', boxes(null), months(2025, 1, 7), thousand('40.2'), 'other', [
    page('kazinform-2025-10', { speakerAs: 'Economist' }),
  ]),
  observation('containers-2025-kaz', boxes('kaz'), year(2025), thousand('77', 'about'), 'official', ministry),
  observation('trains-2024', trains, year(2024), amount('287'), 'other', [page('trend-2025-08')]),
  observation('trains-2025-7m', trains, months(2025, 1, 7), amount('225'), 'other', [page('trend-2025-08')]),
  observation(
    'containers-trains-2025-7m',
    boxes('azerbaijan-railways', 'by block trains from China'),
    months(2025, 1, 7),
    thousand('24'),
    'other',
    [page('trend-2025-08')],
  ),

  observation('transit-before-53', transit('kaz'), undated('in the past'), amount('53'), 'official', [
    page('commonspace-2023-06', { speaker: 'alikhan-smailov', saidOn: '2023-06-22' }),
  ]),
  observation('transit-2023-06', transit('kaz'), { ...day('2023-06-22'), words: 'now' }, amount('18–23'), 'official', [
    page('commonspace-2023-06', { speaker: 'alikhan-smailov', saidOn: '2023-06-22' }),
  ]),
  observation(
    'transit-2024-03',
    transit(null, 'block train from China to Europe'),
    { ...day('2024-03-09'), words: 'on average' },
    amount('20–25'),
    'other',
    [page('trend-2024-03-09')],
  ),
  observation('transit-before-28', transit('kaz'), undated('previously'), amount('28–32'), 'official', ministry, {
    note: '“Before” is 53 days in another source.',
  }),
  observation(
    'transit-2026-03',
    transit('kaz'),
    { ...day('2026-03-10'), words: 'now' },
    amount('13–17'),
    'official',
    ministry,
  ),

  observation(
    'capacity-2024',
    { indicator: 'corridor-capacity', about: 'middle-corridor', unit: 'T' },
    months(2024, 12, 12),
    million('6'),
    'other',
    [page('trend-2024-12')],
  ),
  observation(
    'container-capacity-2024',
    { indicator: 'corridor-container-capacity', about: 'middle-corridor', unit: 'TEU' },
    months(2024, 12, 12),
    thousand('100'),
    'other',
    [page('trend-2024-12')],
    { note: 'Part of the 6 million tonnes.' },
  ),
]
