import { describe, expect, test } from 'vitest'
import { extract } from '@/lib/extraction/extract'
import type { Candidate } from '@/lib/extraction/schema'
import type { Claim, Stored } from '../standing/rules'
import { quantityOf } from '../suggestions/rules'
import { misfitsIn } from './rules'

const read = (text: string) => extract(text, { date: '2023-04-11', pair: ['AZE', 'KAZ'], language: 'en' }).candidates
const year = (y: number) => ({ starts: `${y}-01-01`, ends: `${y + 1}-01-01` })
const claimOf = (record: Candidate): Claim => ({
  kind: 'observation',
  about: 'aze-kaz',
  period: { ...year(2022), words: null },
  title: null,
  figure: {
    indicator: 'trade-turnover',
    reporter: 'aze-customs',
    origin: null,
    measure: record.unit === 'percent' ? 'change' : 'level',
    unit: record.unit === 'percent' ? 'PCT' : 'USD',
    scope: '',
    quantity: quantityOf(record)!,
  },
})
const base = (value: string, extra: Partial<Stored> = {}): Stored => ({
  id: 4,
  rootId: 4,
  kind: 'observation',
  published: true,
  about: 'aze-kaz',
  title: null,
  ...year(2021),
  words: null,
  indicator: 'trade-turnover',
  reporter: 'aze-customs',
  reporterName: 'Customs',
  origin: null,
  measure: 'level',
  unit: 'USD',
  scope: '',
  quantity: { value, valueTo: null, unitMult: 6, decimals: 1, qualifier: 'exact' },
  sources: [],
  ...extra,
})

describe('growth beside a level', () => {
  const alone = read('Trade turnover reached $529.4 million in 2022, up 14.3 percent from 2021.')
  const claims = alone.map(claimOf)

  test('that implies another base than the one that stands is told with what it implies', () => {
    const [misfit, ...more] = misfitsIn(alone, claims, [base('430000000')])
    expect(more).toEqual([])
    expect(alone[misfit!.level]!.value).toBe('529.4')
    expect(alone[misfit!.change]!.value).toBe('14.3')
    expect(misfit).toMatchObject({ check: { impliedBase: '463200000', factor: '1.143' }, base: { entry: { id: 4 } } })
  })

  test('that fits the base that stands is not told', () => {
    expect(misfitsIn(alone, claims, [base('463300000')])).toEqual([])
  })

  test.each([
    ['another office counts', { reporter: 'kaz-stat' }],
    ['nobody has published', { published: false }],
    ['is of another year', year(2020)],
    ['is counted in another unit', { unit: 'AZN' }],
  ])('is not compared with a figure that %s', (_, extra) => {
    expect(misfitsIn(alone, claims, [base('430000000', extra)])).toEqual([])
  })

  test('is compared with the base that the text itself states first', () => {
    const whole = read(
      'Trade turnover reached $529.4 million in 2022, up 14.3 percent from 2021. In 2021 trade turnover was $430.1 million.',
    )
    const [misfit] = misfitsIn(whole, whole.map(claimOf), [])
    expect(misfit).toBeDefined()
    expect(whole[(misfit!.base as { at: number }).at]!.value).toBe('430.1')
  })

  test('leaves the records as they are', () => {
    const before = structuredClone(alone)
    misfitsIn(alone, claims, [base('430000000')])
    expect(alone).toEqual(before)
  })
})
