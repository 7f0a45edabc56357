import { tokayev } from './founding-articles'
import { amount, billion, day, page, stage, target, undated, until } from './notation'
import type { SampleEntry } from './schema'

const turnover = { indicator: 'trade-turnover', about: 'aze-kaz', unit: 'USD' } as const
const multiple = { indicator: 'trade-turnover', about: 'aze-kaz', measure: 'change', unit: 'TIMES' } as const
const april2017 =
  'Set by the two presidents in April 2017; reported in three ways: double by 2020, 2 to 2.5 times, double and then triple.'

/** A target names no office whose count decides; "the near future" is no date. */
export const tradeTargets: SampleEntry[] = [
  target(
    'target-billion',
    turnover,
    undated('in the near future'),
    billion('1'),
    [
      tokayev(
        'we can increase the volume of trade between our countries to one billion dollars in the near future',
        22,
      ),
      page('kazinform-2022-08', { speaker: 'kassym-jomart-tokayev' }),
    ],
    { note: 'No deadline and no statistics office are named: the two sides count differently, often by half.' },
  ),
  stage('target-billion-2023-06', 'target-billion', 'restated', day('2023-06-22'), [
    page('astana-times-2023-06', {
      speaker: 'alikhan-smailov',
      speakerAs: 'Prime Minister of Kazakhstan',
      saidOn: '2023-06-22',
    }),
  ]),
  stage('target-billion-2024-03', 'target-billion', 'restated', day('2024-03-12'), [page('menafn-2024-03-12')]),
  stage(
    'target-billion-2025-10',
    'target-billion',
    'restated',
    day('2025-10-21'),
    [page('astana-times-2025-10', { speakerAs: 'The two presidents', saidOn: '2025-10-21' })],
    { note: 'In the words “double” and “$1 billion”; again no date.' },
  ),
  target(
    'target-double-2020',
    multiple,
    until('2020-12-31', 'by 2020'),
    amount('2'),
    [page('trend-2018-11'), page('news-az-2019-01', { speakerAs: 'Ambassador of Kazakhstan to Azerbaijan' })],
    { note: april2017 },
  ),
  stage(
    'target-double-2020-progress',
    'target-double-2020',
    'in_progress',
    day('2019-01-30'),
    [page('news-az-2019-01', { speakerAs: 'Ambassador of Kazakhstan to Azerbaijan' })],
    { note: 'The ambassador calls the instruction fulfilled by 90 percent.' },
  ),
  target(
    'target-double-and-half',
    multiple,
    undated(),
    amount('2–2.5'),
    [page('kazinform-2017-10', { speakerAs: 'Ambassador of Kazakhstan to Azerbaijan' })],
    { note: april2017 },
  ),
  target(
    'target-then-triple',
    multiple,
    undated('then, as far as possible'),
    amount('3'),
    [page('news-az-2019-01', { speakerAs: 'Ambassador of Kazakhstan to Azerbaijan' })],
    { note: april2017 },
  ),
]
