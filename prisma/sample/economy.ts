import { tokayev } from './founding-articles'
import { amount, billion, million, months, observation, page } from './notation'
import type { SampleEntry } from './schema'

const gdp = (reporter: string | null, unit: 'USD' | 'AZN') =>
  ({ indicator: 'gdp', about: 'aze', reporter, unit }) as const
const growth = (reporter: string | null) =>
  ({ indicator: 'gdp', about: 'aze', reporter, measure: 'change', unit: 'PCT' }) as const

const quarter = months(2022, 1, 3)
const doubt =
  'Doubtful as a first quarter. The economy minister of Azerbaijan gave +6.8 % and almost AZN 30.04 billion ($17.6 billion) for it; the statistics committee +7.2 % for January–May and +6.2 % for January–June. $23.5 billion fits four months rather than three. The speaker himself hedges (“As far as I understand”), and the sentence joins a real rate to a nominal amount.'
const minister = [page('azernews-2022-04', { speakerAs: 'Economy minister of Azerbaijan' })]
const committee = [page('banker-az-gdp', { speakerAs: 'State Statistics Committee of Azerbaijan' })]
const noYear = 'The page shows no year as it was read; the level fits 2022.'

export const economy: SampleEntry[] = [
  observation(
    'gdp-2022-q1-as-stated',
    gdp(null, 'USD'),
    quarter,
    billion('23.5'),
    'official',
    [tokayev('$23.5 billion in the first quarter', 25)],
    { obsStatus: 'U', note: doubt },
  ),
  observation(
    'gdp-growth-2022-q1-as-stated',
    growth(null),
    quarter,
    amount('7.5', 0, 'about'),
    'official',
    [tokayev('the gross domestic product increased by about 7.5 percent', 25)],
    { obsStatus: 'U', note: doubt },
  ),
  observation('gdp-2022-q1-azn', gdp('aze', 'AZN'), quarter, billion('30.04', 'about'), 'official', minister, {
    note: '“Almost” this amount. The page calls the quarter “the last quarter of 2022”, meaning the one just ended.',
  }),
  observation('gdp-2022-q1-usd', gdp('aze', 'USD'), quarter, billion('17.6'), 'official', minister, {
    note: "The minister's amount in manat as the page gives it in dollars.",
  }),
  observation('gdp-growth-2022-q1', growth('aze'), quarter, amount('6.8'), 'official', minister),
  observation('gdp-growth-2022-5m', growth('aze'), months(2022, 1, 5), amount('7.2'), 'office', committee, {
    obsStatus: 'U',
    note: noYear,
  }),
  observation('gdp-2022-h1-azn', gdp('aze', 'AZN'), months(2022, 1, 6), million('63364.4'), 'office', committee, {
    obsStatus: 'U',
    note: noYear,
  }),
  observation('gdp-growth-2022-h1', growth('aze'), months(2022, 1, 6), amount('6.2'), 'office', committee, {
    obsStatus: 'U',
    note: noYear,
  }),
  observation(
    'debt-1990s',
    { indicator: 'bilateral-debt', about: 'aze-kaz', unit: 'USD' },
    { starts: '1990-01-01', ends: '2000-01-01', words: 'in the 1990s' },
    million('8'),
    'official',
    [tokayev('I remember discussing the problems of a $8 million debt.', 27)],
    {
      obsStatus: 'U',
      note: 'A recollection: neither the debtor, nor the creditor, nor the year is named. The decade comes from the sentence before. Not a figure of 2022 and not for an axis.',
    },
  ),
]
