import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { numbersIn } from './rules'

/** kind, words, value, unit, qualifier of every number read. */
const reads = (text: string) =>
  numbersIn(text).map((n) => [
    n.kind === 'number' ? text.slice(n.start, n.end) : n.kind,
    n.valueTo ? `${n.value}..${n.valueTo}` : n.value,
    n.unit,
    n.qualifier,
  ])

describe('numbers in a quote', () => {
  test.each([
    [
      'turnover reached $529.4 million, up 14.3 percent',
      [
        ['$529.4 million', '529400000', 'USD', 'exact'],
        ['14.3 percent', '14.3', 'PCT', 'exact'],
      ],
    ],
    ['one billion dollars', [['one billion dollars', '1000000000', 'USD', 'exact']]],
    ['practically tripled', [['tripled', '3', 'TIMES', 'about']]],
    ['has more than doubled', [['doubled', '2', 'TIMES', 'more_than']]],
    ['grew more than threefold', [['threefold', '3', 'TIMES', 'more_than']]],
    ['three-fold', [['three-fold', '3', 'TIMES', 'exact']]],
    ['a “14-fold” rise', [['14-fold', '14', 'TIMES', 'exact']]],
    ['almost fivefold', [['fivefold', '5', 'TIMES', 'about']]],
    ['2.1 times', [['2.1 times', '2.1', 'TIMES', 'exact']]],
    ['в 2,5 раза', [['2,5 раза', '2.5', 'TIMES', 'exact']]],
    ['15percent', [['15percent', '15', 'PCT', 'exact']]],
    ['1,485 million', [['1,485 million', '1485000000', null, 'exact']]],
    ['0.586 Mt', [['0.586 Mt', '586000', 'T', 'exact']]],
    ['4.1 million tons', [['4.1 million tons', '4100000', 'T', 'exact']]],
    [
      'AZN 30.04bn ($17.6bn)',
      [
        ['AZN 30.04bn', '30040000000', 'AZN', 'exact'],
        ['$17.6bn', '17600000000', 'USD', 'exact'],
      ],
    ],
    ['63,364.4 million manats', [['63,364.4 million manats', '63364400000', 'AZN', 'exact']]],
    ['2.3m tonnes', [['2.3m tonnes', '2300000', 'T', 'exact']]],
    ['2-3m tonnes', [['2-3m tonnes', '2000000..3000000', 'T', 'exact']]],
    [
      '1.4m euros, 392k and $3.3bn',
      [
        ['1.4m euros', '1400000', 'EUR', 'exact'],
        ['392k', '392000', null, 'exact'],
        ['$3.3bn', '3300000000', 'USD', 'exact'],
      ],
    ],
    ['5m wide', [['5m', '5', 'M', 'exact']]],
    ['two and a half', [['two and a half', '2.5', null, 'exact']]],
    ['nine thousand five hundred people', [['nine thousand five hundred people', '9500', 'PERSONS', 'exact']]],
    ['exceeded the mark of 11 million tons', [['11 million tons', '11000000', 'T', 'more_than']]],
    [
      'is above €50 billion (US$55 billion)',
      [
        ['€50 billion', '50000000000', 'EUR', 'more_than'],
        ['US$55 billion', '55000000000', 'USD', 'exact'],
      ],
    ],
    [
      'declined by 14.4% to $610.992 million',
      [
        ['14.4%', '14.4', 'PCT', 'exact'],
        ['$610.992 million', '610992000', 'USD', 'exact'],
      ],
    ],
    [
      'from 0.8 million to 4.5 million tons',
      [
        ['0.8 million', '800000', null, 'exact'],
        ['4.5 million tons', '4500000', 'T', 'exact'],
      ],
    ],
    ['between 18 and 23 days', [['18 and 23 days', '18..23', 'D', 'exact']]],
    ['once took 28-32 days', [['28-32 days', '28..32', 'D', 'exact']]],
    ['$1.2 billion–$1.5 billion', [['$1.2 billion–$1.5 billion', '1200000000..1500000000', 'USD', 'exact']]],
    [
      '14.2%/14.3%',
      [
        ['14.2%', '14.2', 'PCT', 'exact'],
        ['14.3%', '14.3', 'PCT', 'exact'],
      ],
    ],
    ['10 lakh jobs', [['10 lakh jobs', '1000000', 'COUNT', 'exact']]],
    ['One Billion Dollars', [['One Billion Dollars', '1000000000', 'USD', 'exact']]],
    ['not more than 5 days', [['5 days', '5', 'D', 'up_to']]],
    ['up to 600 children', [['600 children', '600', 'PERSONS', 'up_to']]],
    ['more than 2000 jobs', [['2000 jobs', '2000', 'COUNT', 'more_than']]],
    [
      '$87.269m (−47.9 %)',
      [
        ['$87.269m', '87269000', 'USD', 'exact'],
        ['−47.9 %', '-47.9', 'PCT', 'exact'],
      ],
    ],
    [
      '2022 2.1 bn',
      [
        ['year', '2022', null, 'exact'],
        ['2.1 bn', '2100000000', null, 'exact'],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(reads(text)).toEqual(expected)
  })

  test.each([
    ['on August 24, 2022', ['date', 'year']],
    ['24 August 2022', ['date', 'year']],
    ['on 11–12 March', ['date']],
    ['24.08.2022 at 17:32', ['date', 'date']],
    ['2022-08-24', ['date']],
    ['by 2025', ['year']],
    ['up to 2025', ['year']],
    ['2016–2021', ['year', 'year']],
    ['FY2020-21', ['year']],
    ['In the 1990s, there were problems', ['year']],
    ['the 12th summit', ['ordinal']],
    ['COVID-19, G20, 3D', ['name', 'name', 'name']],
    ['the Ten Days of Azerbaijani Culture', ['name']],
    ['2022 documents', ['number']],
    ['August 24 300 people', ['date', 'number']],
  ])('%s holds %j', (text, kinds) => {
    expect(numbersIn(text).map((n) => n.kind)).toEqual(kinds)
  })

  test.each([
    'one of the central streets',
    'a number of important agreements',
    'rather high level',
    'The number of international organizations is quite large',
    'avoidance of double taxation',
    '1,2,3',
    'nearly half of it',
  ])('"%s" holds none', (text) => {
    expect(numbersIn(text)).toEqual([])
  })

  test('an article without figures gives none but its date', () => {
    const text =
      'President of Kazakhstan Kassym-Zhomart Tokayev paid an official visit to Azerbaijan on August 24, Trend reports. During the visit the parties signed a number of important agreements.'
    expect(numbersIn(text).filter((n) => n.kind === 'number')).toEqual([])
  })

  test('places are exact in a text of any characters', () => {
    const around = fc.string({ unit: 'grapheme' }).map((s) => s.replace(/[\p{L}\p{N}\p{S}\p{P}\p{M}]/gu, ''))
    fc.assert(
      fc.property(around, around, (before, after) => {
        const quote = `${before}: $529.4 million; ${after}`
        const found = numbersIn(quote)
        expect(found.map((n) => quote.slice(n.start, n.end))).toEqual(['$529.4 million'])
      }),
    )
  })
  test('what is read lies in the text, in order, without overlap', () => {
    const pieces = [
      '2022',
      ' ',
      '$',
      '1.2',
      ',',
      'bn',
      '-',
      'more than ',
      'three',
      'fold',
      'to ',
      '24 Aug',
      '%',
      'x',
      '\u00a0',
      '’',
      'and a half',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces)), (list) => {
        const text = list.join('')
        let last = 0
        for (const n of numbersIn(text)) {
          expect(n.start).toBeGreaterThanOrEqual(last)
          expect(n.end).toBeGreaterThan(n.start)
          last = n.end
        }
        expect(last).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  test.each([
    '1,',
    '1',
    'a',
    'one ',
    '111 ',
    'more than ',
    '$',
    '1-',
    'one million and ',
    '5 to ',
    'twenty-',
    '1.1.',
    ' ',
    'Aug 24 ',
    '≈',
  ])('"%s" repeated over a hundred thousand characters is read to its end', { timeout: 30_000 }, (piece) => {
    // What is not linear here takes hours, not seconds: the limit of the test is a guard, not a measure.
    const text = piece.repeat(Math.ceil(100_000 / piece.length))
    for (const read of numbersIn(text)) expect(text.slice(read.start, read.end)).not.toBe('')
  })
})
