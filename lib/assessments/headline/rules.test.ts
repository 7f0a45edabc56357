import { describe, expect, test } from 'vitest'
import type { Quantity } from '@/lib/quantities/schema'
import { checkHeadline } from './rules'

const q = (value: string, unitMult = 0, decimals = 0, qualifier: Quantity['qualifier'] = 'exact'): Quantity => ({
  value,
  valueTo: null,
  unitMult,
  decimals,
  qualifier,
})
const level = q('529400000', 6, 1)
const growth = (percent: string) => ({ level, change: q(percent, 0, 1), changeUnit: 'PCT' as const })

describe('headline arithmetic', () => {
  test('529.4 and +14.3 % imply 463.2', () => {
    expect(checkHeadline(growth('14.3'), null)).toMatchObject({
      code: 'unchecked',
      impliedBase: '463200000',
      factor: '1.143',
      admits: { lo: '462920857', hi: '463413567' },
    })
  })
  test.each([
    ['14.3', '463300000', 'consistent', '-100000'],
    ['14.2', '463300000', 'consistent', '300000'],
    ['14.4', '463300000', 'mismatch', '-500000'],
    ['14.3', '461900000', 'mismatch', '1300000'],
  ])('+%s %% beside a stored %s is a %s', (percent, stored, code, difference) => {
    expect(checkHeadline(growth(percent), q(stored, 6, 1))).toMatchObject({ code, difference })
  })
  test('a decline, a multiple and a hedge are read alike', () => {
    expect(
      checkHeadline({ level: q('52100000', 6, 1), change: q('-47.9', 0, 1), changeUnit: 'PCT' }, q('100000000', 6, 1)),
    ).toMatchObject({
      code: 'consistent',
      impliedBase: '100000000',
    })
    const times = (value: string, over: Quantity['qualifier']) => ({
      level: q('680000000', 6),
      change: q(value, 0, 1, over),
      changeUnit: 'TIMES' as const,
    })
    expect(checkHeadline(times('4.4', 'more_than'), q('135700000', 6, 1))).toMatchObject({
      code: 'consistent',
      admits: { lo: null, hi: '154659091' },
    })
    expect(checkHeadline(times('4.4', 'exact'), q('135700000', 6, 1))).toMatchObject({ code: 'mismatch' })
  })
  test('2023 twice as high as a fifth: 109 to 529.4 is 4.9 times, not five', () => {
    const fivefold = { level, change: q('5'), changeUnit: 'TIMES' as const }
    expect(checkHeadline(fivefold, q('109000000', 6))).toMatchObject({ code: 'consistent', impliedBase: '105900000' })
    expect(checkHeadline({ ...fivefold, change: q('5.0', 0, 1) }, q('109000000', 6))).toMatchObject({
      code: 'mismatch',
    })
  })
  test('real growth beside a nominal level gives no base, nor does a fall to nothing', () => {
    const gdp = {
      level: q('23500000000', 9, 1),
      change: q('7.5', 0, 1, 'about'),
      changeUnit: 'PCT' as const,
      real: true,
    }
    expect(checkHeadline(gdp, null)).toEqual({ code: 'notComparable', reason: 'real' })
    expect(checkHeadline(growth('-100'), null)).toEqual({ code: 'notComparable', reason: 'noBase' })
  })
})
