import { amount, million, observation, page, target, thousand, undated, year, yearBefore } from './notation'
import type { SampleEntry } from './schema'

const oil = (reporter: string | null, scope = '') =>
  ({ indicator: 'oil-transit-btc', about: 'aze-kaz', reporter, unit: 'T', scope }) as const

/** Kazakhstan's oil through Azerbaijan: each company counts what passes through its own hands. */
export const oilTransit: SampleEntry[] = [
  observation('oil-2023-kazmunaygas', oil('kazmunaygas'), year(2023), million('1.39'), 'other', [
    page('trend-2024-03-09', { speaker: 'kazmunaygas' }),
  ]),
  observation(
    'oil-multiple-2023-kazmunaygas',
    {
      indicator: 'oil-transit-btc',
      about: 'aze-kaz',
      reporter: 'kazmunaygas',
      measure: 'change',
      unit: 'TIMES',
    },
    year(2023),
    amount('5.5'),
    'other',
    [page('trend-2024-03-09', { speaker: 'kazmunaygas' })],
    { base: yearBefore(year(2023)) },
  ),
  observation(
    'oil-2023-kaztransoil',
    oil('kaztransoil'),
    year(2023),
    million('1.057'),
    'other',
    [page('news-az-2024-05', { speaker: 'kaztransoil' })],
    { note: "Below KazMunayGas's 1.39 million tonnes: the scope of the two companies differs." },
  ),
  observation('oil-2024-kaz', oil('kaz'), year(2024), million('1.5', 'about'), 'official', [
    page('astana-times-2025-10', { speakerAs: 'Leaders after the Supreme Interstate Council', saidOn: '2025-10-21' }),
  ]),
  target('target-oil-2024', oil(null), year(2024), million('1.5', 'up_to'), [
    page('news-az-2024-05', { speaker: 'kaztransoil' }),
  ]),
  target(
    'target-oil-tengiz',
    oil(null, 'from the Tengiz field'),
    undated('annually'),
    million('1.5'),
    [page('trend-2025-01', { speaker: 'socar' }), page('trend-2024-03-09', { speaker: 'kazmunaygas' })],
    { note: 'Agreed in November 2022; an amount a year without a first or last year.' },
  ),
  target(
    'target-oil-2-2m',
    oil(null),
    undated('per year'),
    million('2.2', 'up_to'),
    [page('trend-2025-01', { speaker: 'socar' }), page('news-az-2024-05')],
    { note: 'Agreed in March 2024: to be reached step by step, no year stated.' },
  ),
  target(
    'target-oil-kashagan',
    oil(null, 'from the Kashagan field'),
    undated('annual'),
    thousand('240'),
    [page('trend-2025-01', { speaker: 'socar' })],
    { note: 'Agreed on 15 January 2025.' },
  ),
]
