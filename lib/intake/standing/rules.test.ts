import { describe, expect, test } from 'vitest'
import { type Claim, type Stored, standingOf } from './rules'

const year = (y: number) => ({ starts: `${y}-01-01`, ends: `${y + 1}-01-01`, words: null })
const amount = (value: string, extra: object = {}) => ({
  value,
  valueTo: null,
  unitMult: 6,
  decimals: 1,
  qualifier: 'exact' as const,
  ...extra,
})
const figure = {
  indicator: 'trade-turnover',
  reporter: 'kaz',
  origin: null,
  measure: 'level' as const,
  unit: 'USD',
  scope: '',
}
const stored = (extra: Partial<Stored> = {}): Stored => ({
  id: 5,
  rootId: 4,
  kind: 'observation',
  published: true,
  about: 'aze-kaz',
  title: null,
  ...year(2022),
  ...figure,
  reporterName: 'Kazakhstan',
  quantity: amount('463300000'),
  sources: [],
  ...extra,
})
const claim = (extra: object = {}, of: object = {}): Claim => ({
  kind: 'observation',
  about: 'aze-kaz',
  period: year(2022),
  title: null,
  figure: { ...figure, quantity: amount('463300000'), ...of },
  ...extra,
})
const codes = (c: Claim, all: Stored[]) => standingOf(c, all).map(({ code }) => code)

describe('a figure', () => {
  test('that is stored is the same, also when the article names no office', () => {
    expect(codes(claim(), [stored()])).toEqual(['equals'])
    expect(codes(claim({}, { reporter: null }), [stored()])).toEqual(['equals'])
    expect(codes(claim({}, { quantity: amount('463300000.0') }), [stored()])).toEqual(['equals'])
  })
  test('that cannot be true beside the stored one contradicts it; a rounded one differs', () => {
    expect(codes(claim({}, { quantity: amount('529400000') }), [stored()])).toEqual(['contradicts'])
    expect(codes(claim({}, { quantity: amount('463000000', { decimals: 0 }) }), [stored()])).toEqual(['differs'])
  })
  test('of another office for the same period is another count, not a contradiction', () => {
    expect(codes(claim({}, { quantity: amount('300000000') }), [stored({ reporter: 'aze' })])).toEqual(['otherCount'])
  })
  test('of a later period is newer than the latest of its line', () => {
    const found = standingOf(claim({ period: year(2023) }), [stored({ rootId: 1, ...year(2021) }), stored()])
    expect(found).toMatchObject([{ code: 'updates', entry: { rootId: 4 } }])
    expect(codes(claim({ period: year(2020) }), [stored()])).toEqual([])
  })
  test('of another indicator, unit, measure, origin or entity has nothing to do with it', () => {
    for (const of of [{ indicator: 'gdp' }, { unit: 'AZN' }, { measure: 'change' as const }, { origin: 'aze' }])
      expect(codes(claim({}, of), [stored()])).toEqual([])
    expect(codes(claim({ about: 'kaz' }), [stored()])).toEqual([])
  })
  test('that is promised again without a date is the same promise; another number renews it', () => {
    const words = { starts: null, ends: null, words: 'In the  near future' }
    const promise = stored({ kind: 'target', ...words, quantity: amount('1000000000') })
    const again = claim(
      { kind: 'target', period: { ...words, words: 'in the near future' } },
      { quantity: amount('1000000000') },
    )
    expect(codes(again, [promise])).toEqual(['equals'])
    expect(codes({ ...again, period: year(2030) }, [promise])).toEqual(['updates'])
  })
})

describe('an event', () => {
  const visit = stored({
    kind: 'event',
    title: 'Official visit of President Tokayev to Azerbaijan',
    starts: '2022-08-24',
    ends: '2022-08-25',
    quantity: null,
  })
  const told = (title: string, day: [string, string]) =>
    claim({ kind: 'event', title, figure: null, period: { starts: day[0], ends: day[1], words: null } })
  test('told in other words of the same day is the same', () => {
    expect(codes(told('Visit of President Tokayev to Baku', ['2022-08-24', '2022-08-25']), [visit])).toEqual(['equals'])
  })
  test('of another day is another one, and two words in common are not enough', () => {
    expect(
      codes(told('Official visit of President Tokayev to Azerbaijan', ['2024-03-11', '2024-03-12']), [visit]),
    ).toEqual([])
    expect(codes(told('President Aliyev opens a port', ['2022-08-24', '2022-08-25']), [visit])).toEqual([])
  })
})
