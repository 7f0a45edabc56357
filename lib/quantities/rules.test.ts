import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { admittedInterval, excludeEachOther, formatQuantity, parseQuantity, quoteStates } from './rules'
import { Decimal, type Qualifier, Quantity, qualifiers } from './schema'

const typed = (text: string) => {
  const found = parseQuantity(text)
  if (!found.ok) return found.fault.code
  const { value, valueTo, unitMult, decimals, qualifier } = found.quantity
  return [value, valueTo, unitMult, decimals, qualifier, found.unit]
}
const exact = (value: string, unitMult = 0, decimals = 0, qualifier: Qualifier = 'exact'): Quantity => ({
  value,
  valueTo: null,
  unitMult,
  decimals,
  qualifier,
})

describe('what people type', () => {
  test.each([
    ['1.2 bn', '1200000000', 9, 1],
    ['1,200,000,000', '1200000000', 0, 0],
    ['1200 million', '1200000000', 6, 0],
    ['1 200 000 000', '1200000000', 0, 0],
    ['1 200 000 000', '1200000000', 0, 0],
    ["1'200'000'000", '1200000000', 0, 0],
    ['1.2 billion', '1200000000', 9, 1],
    ['1.20bn', '1200000000', 9, 2],
    ['１．２ｂｎ', '1200000000', 9, 1],
    ['120 crore', '1200000000', 7, 0],
  ])('%s is 1.2 billion, written its own way', (text, value, unitMult, decimals) => {
    expect(typed(text)).toEqual([value, null, unitMult, decimals, 'exact', null])
  })

  test.each([
    ['$1.2 bn', ['1200000000', null, 9, 1, 'exact', 'USD']],
    ['USD 463.3 million', ['463300000', null, 6, 1, 'exact', 'USD']],
    ['463.3 million US dollars', ['463300000', null, 6, 1, 'exact', 'USD']],
    ['US$5m', ['5000000', null, 6, 0, 'exact', 'USD']],
    ['C$5m', ['5000000', null, 6, 0, 'exact', 'CAD']],
    ['4.484 Mt', ['4484000', null, 6, 3, 'exact', 'T']],
    ['4.1 million tons', ['4100000', null, 6, 1, 'exact', 'T']],
    ['56,500 TEU', ['56500', null, 0, 0, 'exact', 'TEU']],
    ['7.5%', ['7.5', null, 0, 1, 'exact', 'PCT']],
    ['0.50 per cent', ['0.5', null, 0, 2, 'exact', 'PCT']],
    ['3x', ['3', null, 0, 0, 'exact', 'TIMES']],
    ['×3', ['3', null, 0, 0, 'exact', 'TIMES']],
    ['tripled', ['3', null, 0, 0, 'exact', 'TIMES']],
    ['practically tripled', ['3', null, 0, 0, 'about', 'TIMES']],
    ['14-fold', ['14', null, 0, 0, 'exact', 'TIMES']],
    ['about 20', ['20', null, 0, 0, 'about', null]],
    ['≈ 20', ['20', null, 0, 0, 'about', null]],
    ['more than 20 documents', ['20', null, 0, 0, 'more_than', 'COUNT']],
    ['more than 1.5 million', ['1500000', null, 6, 1, 'more_than', null]],
    ['>$5 m', ['5000000', null, 6, 0, 'more_than', 'USD']],
    ['≥ 5 %', ['5', null, 0, 0, 'at_least', 'PCT']],
    ['no less than 5', ['5', null, 0, 0, 'at_least', null]],
    ['20+', ['20', null, 0, 0, 'at_least', null]],
    ['20 or more', ['20', null, 0, 0, 'at_least', null]],
    ['up to 600', ['600', null, 0, 0, 'up_to', null]],
    ['not more than 600', ['600', null, 0, 0, 'up_to', null]],
    ['28–32 days', ['28', '32', 0, 0, 'exact', 'D']],
    ['18 to 23 days', ['18', '23', 0, 0, 'exact', 'D']],
    ['2–2.5 times', ['2', '2.5', 0, 1, 'exact', 'TIMES']],
    ['$1.2–1.5 bn', ['1200000000', '1500000000', 9, 1, 'exact', 'USD']],
    ['500 million–1.2 bn', ['500000000', '1200000000', 9, 1, 'exact', null]],
    ['−47.9 %', ['-47.9', null, 0, 1, 'exact', 'PCT']],
    ['-$5 m', ['-5000000', null, 6, 0, 'exact', 'USD']],
    ['+7–9 %', ['7', '9', 0, 0, 'exact', 'PCT']],
    ['+14.3 %', ['14.3', null, 0, 1, 'exact', 'PCT']],
    ['one billion dollars', ['1000000000', null, 9, 0, 'exact', 'USD']],
    ['half a million tonnes', ['500000', null, 6, 1, 'exact', 'T']],
    ['two and a half', ['2.5', null, 0, 1, 'exact', null]],
    ['1.2 m', ['1200000', null, 6, 1, 'exact', null]],
    ['40 m²', ['40', null, 0, 0, 'exact', 'M2']],
    ['5 t', ['5', null, 0, 0, 'exact', 'T']],
    ['007', ['7', null, 0, 0, 'exact', null]],
    ['-0', ['0', null, 0, 0, 'exact', null]],
  ])('%s', (text, expected) => {
    expect(typed(text)).toEqual(expected)
  })

  test.each([
    ['', 'quantityEmpty'],
    ['abc', 'quantityNotANumber'],
    ['about', 'quantityNotANumber'],
    ['$', 'quantityNotANumber'],
    ['- 5', 'quantityNotANumber'],
    ['NaN', 'quantityNotFinite'],
    ['-Infinity', 'quantityNotFinite'],
    ['∞', 'quantityNotFinite'],
    ['1e9', 'quantityExponent'],
    ['1,2,3', 'quantityGroups'],
    ['12,345,6', 'quantityGroups'],
    ['1,00,000', 'quantityGroups'],
    ['1.2.3', 'quantityPoints'],
    ['12,34', 'quantityComma'],
    ['1,2 bn', 'quantityComma'],
    ['1.200,50', 'quantityComma'],
    ['5 6', 'quantityTwoNumbers'],
    ['463.3 / 461.9', 'quantityTwoNumbers'],
    ['32–28 days', 'quantityBackwards'],
    ['4 mt', 'quantityTonnesUnclear'],
    ['5 bananas', 'quantityLeftover'],
    ['5 million billion', 'quantityLeftover'],
    ['9'.repeat(31), 'quantityTooManyDigits'],
    ['9'.repeat(40), 'quantityTooManyDigits'],
    ['9'.repeat(900), 'quantityTooManyDigits'],
    [`${'9'.repeat(25)} bn`, 'quantityTooManyDigits'],
    [`0.${'0'.repeat(15)}1`, 'quantityTooManyDecimals'],
    ['9'.repeat(1_000_000), 'tooLong'],
    ['<script>', 'quantityNotANumber'],
    ['=1+1', 'quantityNotANumber'],
    ['5\u0000', 'quantityLeftover'],
  ])('%.40s is refused with %s', (text, code) => {
    expect(typed(text)).toBe(code)
  })
  test('a comma that is no group is refused with the reading it may have', () => {
    expect(parseQuantity('1,2 bn')).toMatchObject({ fault: { values: { text: '1,2 bn', value: '1.2' } } })
    expect(parseQuantity('1.200,50')).toMatchObject({ fault: { values: { value: '1200.50' } } })
  })

  const digits = (max: number) => fc.stringMatching(new RegExp(`^(0|[1-9][0-9]{0,${max - 1}})$`))
  const decimal = fc
    .tuple(digits(30), fc.option(fc.stringMatching(/^[0-9]{1,15}$/), { nil: null }))
    .map(([whole, fraction]) => (fraction === null ? whole : `${whole}.${fraction}`))

  test('a decimal of up to 30 and 15 digits is read exactly, digit for digit', () => {
    fc.assert(
      fc.property(decimal, (text) => {
        const found = parseQuantity(text)
        expect(found).toMatchObject({ ok: true })
        if (!found.ok) return
        expect(Decimal.safeParse(found.quantity.value).success).toBe(true)
        expect(new Big(found.quantity.value).eq(text)).toBe(true)
        expect(found.quantity.decimals).toBe(text.split('.')[1]?.length ?? 0)
      }),
    )
  })
  test('any text is answered with a quantity within its limits or with a fault', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[0-9.,' bnm$%x–-]{0,20}$/)), (text) => {
        const found = parseQuantity(text)
        if (!found.ok) expect(found.fault.code).toMatch(/^(quantity|tooLong)/)
        else expect(Quantity.safeParse(found.quantity).success).toBe(true)
      }),
    )
  })

  const quantity = fc
    .record({
      digits: fc.tuple(digits(12), fc.stringMatching(/^[0-9]{0,4}$/)),
      more: fc.option(fc.integer({ min: 1, max: 999 }), { nil: null }),
      unitMult: fc.constantFrom(0, 6, 9, 12),
      qualifier: fc.constantFrom(...qualifiers),
      negative: fc.boolean(),
    })
    .map(({ digits: [whole, fraction], more, unitMult, qualifier, negative }): Quantity => {
      const written = new Big(fraction ? `${whole}.${fraction}` : whole)
      const scale = new Big(10).pow(unitMult)
      const value = written.times(scale)
      const signed = negative && more === null && !value.eq(0) ? value.times(-1) : value
      return {
        value: signed.toFixed(),
        valueTo: more === null ? null : written.plus(more).times(scale).toFixed(),
        unitMult,
        decimals: fraction.length,
        qualifier,
      }
    })
  test.each(['USD', 'AZN', 'T', 'TEU', 'D', 'PCT', 'TIMES', 'COUNT', 'M2', 'PERSONS'])(
    'a label in %s, typed again, is the same quantity',
    (unit) => {
      fc.assert(
        fc.property(
          quantity.filter((q) => unit !== 'TIMES' || !q.value.startsWith('-')),
          fc.constantFrom('short' as const, 'long' as const),
          (q, style) => {
            const label = formatQuantity(q, unit, 'en', { style })
            expect([label, parseQuantity(label)]).toEqual([
              label,
              { ok: true, quantity: q, unit: unit === 'COUNT' ? null : unit },
            ])
          },
        ),
        { numRuns: 200 },
      )
    },
  )
})

describe('what a reader reads', () => {
  test.each([
    [exact('529400000', 6, 1, 'about'), 'USD', {}, 'about $529.4 m'],
    [exact('1000000000', 9, 0), 'USD', {}, '$1 bn'],
    [exact('1000000000', 9, 0), 'USD', { style: 'long' }, '1 billion US dollars'],
    [exact('529400000', 6, 1), 'USD', { style: 'exact' }, '$529,400,000'],
    [exact('461000000', 6, 2), 'USD', {}, '$461.00 m'],
    [exact('30040000000', 9, 2, 'about'), 'AZN', {}, 'about AZN 30.04 bn'],
    [exact('20', 0, 0, 'more_than'), 'COUNT', {}, 'more than 20'],
    [exact('4484000', 6, 3), 'T', {}, '4.484 Mt'],
    [exact('759000', 0, 0), 'T', {}, '759,000 t'],
    [exact('759000', 3, 0), 'T', {}, '759,000 t'],
    [exact('759000', 3, 0), 'T', { style: 'long' }, '759 thousand tonnes'],
    [exact('3'), 'TIMES', { signed: true }, '×3'],
    [exact('14.3', 0, 1), 'PCT', { signed: true }, '+14.3 %'],
    [exact('14.3', 0, 1), 'PCT', {}, '14.3 %'],
    [exact('-47.9', 0, 1), 'PCT', { signed: true }, '−47.9 %'],
    [exact('0', 0, 1), 'PCT', { signed: true }, '0.0 %'],
    [exact('-7500000', 6, 1), 'USD', { signed: true }, '−$7.5 m'],
    [{ ...exact('28'), valueTo: '32' }, 'D', {}, '28–32 days'],
    [exact('1'), 'D', {}, '1 day'],
    [exact('56500'), 'TEU', {}, '56,500 TEU'],
    [exact('140000', 5, 1), 'COUNT', { style: 'long' }, '140 thousand'],
    [exact('463312345', 6, 1), 'USD', {}, '$463.312345 m'],
    [exact('12345678901234567890'), 'COUNT', {}, '12,345,678,901,234,567,890'],
    [exact('5'), 'FURLONG', {}, '5 FURLONG'],
  ] as const)('%j in %s %j is %s', (q, unit, options, label) => {
    expect(formatQuantity(q, unit, 'en', options)).toBe(label)
  })
})

describe('what a figure admits', () => {
  test.each([
    [exact('463300000', 6, 1), '463250000', '463350000'],
    [exact('4500000', 6, 1), '4450000', '4550000'],
    [exact('10'), '9.5', '10.5'],
    [exact('20', 0, 0, 'about'), '19', '21'],
    [exact('-20', 0, 0, 'about'), '-21', '-19'],
    [exact('0', 0, 0, 'about'), '-0.5', '0.5'],
    [exact('20', 0, 0, 'more_than'), '20', null],
    [exact('20', 0, 0, 'at_least'), '20', null],
    [exact('20', 0, 0, 'less_than'), null, '20'],
    [exact('20', 0, 0, 'up_to'), null, '20'],
    [{ ...exact('28'), valueTo: '32' }, '28', '32'],
  ])('%j admits %s to %s', (q, lo, hi) => {
    expect(admittedInterval(q)).toEqual({ lo, hi })
  })
  test.each([
    ['461.9, revised to 463.3', [exact('461900000', 6, 1), exact('463300000', 6, 1)], true],
    ['4.484 Mt, retold as 4.5', [exact('4484000', 6, 3), exact('4500000', 6, 1)], false],
    ['more than 530, counted 529.4', [exact('530000000', 6, 0, 'more_than'), exact('529400000', 6, 1)], true],
    ['more than 20 documents, about 20', [exact('20', 0, 0, 'more_than'), exact('20', 0, 0, 'about')], false],
    ['more than 20 documents, 10', [exact('20', 0, 0, 'more_than'), exact('10')], true],
    ['more than 20, at least 30', [exact('20', 0, 0, 'more_than'), exact('30', 0, 0, 'at_least')], false],
    ['one figure alone', [exact('0', 0, 0, 'about')], false],
  ])('%s', (_, list, expected) => {
    expect(excludeEachOther(list)).toBe(expected)
  })
  test('what fits pairwise fits together, so that no pairing is needed', () => {
    const any = fc
      .record({
        n: fc.integer({ min: -50, max: 50 }),
        qualifier: fc.constantFrom(...qualifiers),
        decimals: fc.integer({ min: 0, max: 2 }),
      })
      .map(({ n, qualifier, decimals }) => exact(String(n), 0, decimals, qualifier))
    fc.assert(
      fc.property(fc.array(any, { maxLength: 5 }), (list) => {
        const pairs = list.some((a, i) => list.slice(i + 1).some((b) => excludeEachOther([a, b])))
        expect(excludeEachOther(list)).toBe(pairs)
      }),
    )
  })
})

describe('the gate of publication', () => {
  const gdp =
    'the gross domestic product increased by about 7.5 percent to $23.5 billion in the first quarter of this year'
  test.each([
    ['We are about to sign more than 20 documents.', exact('20', 0, 0, 'more_than'), 'COUNT', '20 documents'],
    ['the volume of trade has practically tripled in recent years', exact('3', 0, 0, 'about'), 'TIMES', 'tripled'],
    [
      'trade between our countries to one billion dollars in the near future',
      exact('1000000000', 9),
      'USD',
      'one billion dollars',
    ],
    [gdp, exact('7.5', 0, 1, 'about'), 'PCT', '7.5 percent'],
    [gdp, exact('23500000000', 9, 1), 'USD', '$23.5 billion'],
    ['the problems of a $8 million debt', exact('8000000', 6), 'USD', '$8 million'],
    ['turnover at $529.4 million', exact('529400000', 3, 0), 'USD', '$529.4 million'],
    ['a delivery once took 28-32 days', { ...exact('28'), valueTo: '32' }, 'D', '28-32 days'],
    ['from 28 to 32 days', { ...exact('28'), valueTo: '32' }, 'D', '28 to 32 days'],
    ['double or 2–2.5 times', { ...exact('2', 0, 1), valueTo: '2.5' }, 'TIMES', '2–2.5 times'],
    ['оборот составил 461,9 млн долларов', exact('461900000', 6, 1), 'USD', '461,9 млн долларов'],
    ['2022 documents were counted', exact('2022'), 'COUNT', '2022 documents'],
    ['from 0.8 million to 4.5 million tons', exact('800000', 6, 1), 'T', '0.8 million'],
  ])('%s states %j in %s', (quote, q, unit, place) => {
    const found = quoteStates(quote, q, unit)
    expect(found).toMatchObject({ states: true })
    if (found.states) expect(quote.slice(...found.at)).toBe(place)
  })

  test.each([
    ['more than 20 documents', exact('20'), 'COUNT', 'qualifier', ['more than 20 documents']],
    ['20 documents', exact('20', 0, 0, 'more_than'), 'COUNT', 'qualifier', ['20 documents']],
    [gdp, exact('7.5', 0, 1), 'PCT', 'qualifier', ['about 7.5 percent', '$23.5 billion']],
    [gdp, exact('7.5', 0, 1, 'about'), 'USD', 'unit', ['about 7.5 percent', '$23.5 billion']],
    ['$529.4 million', exact('529.4', 0, 1), 'USD', 'value', ['$529.4 million']],
    ['$529.4 million', exact('529000000', 6), 'USD', 'value', ['$529.4 million']],
    ['AZN 30.04bn', exact('30040000000', 9, 2), 'USD', 'unit', ['AZN 30.04bn']],
    ['5 percentage points', exact('5'), 'PCT', 'unit', ['5 percentage points']],
    ['the visit of August 2022', exact('2022'), 'COUNT', 'notACount', []],
    ['In 2022 documents were signed', exact('2022'), 'COUNT', 'notACount', []],
    ['on August 24', exact('24'), 'COUNT', 'notACount', []],
    ['the 12th summit', exact('12'), 'COUNT', 'notACount', []],
    ['we can hold the Ten Days of Azerbaijani Culture', exact('10'), 'D', 'notACount', []],
    ['28-32 days', exact('28'), 'D', 'value', ['28-32 days']],
    ['the parties signed a number of important agreements', exact('20'), 'COUNT', 'noNumber', []],
  ] as const)('%s does not state %j in %s: %s', (quote, q, unit, reason, texts) => {
    const found = quoteStates(quote, q, unit)
    expect(found).toMatchObject({ states: false, reason })
    if (!found.states) expect(found.found.map((n) => n.text)).toEqual(texts)
  })

  test('a hedge of the editor is no contradiction, a certainty is', () => {
    expect(quoteStates('20 documents', exact('20', 0, 0, 'about'), 'COUNT').states).toBe(true)
    expect(quoteStates('about 20 documents', exact('20'), 'COUNT').states).toBe(false)
  })
  test('of a change the direction counts', () => {
    for (const quote of [
      'imports fell by 17.3 percent',
      'imports were down 17.3%',
      'a 17.3% drop',
      'imports: −17.3 %',
    ]) {
      expect(quoteStates(quote, exact('-17.3', 0, 1), 'PCT', 'change').states).toBe(true)
      expect(quoteStates(quote, exact('17.3', 0, 1), 'PCT', 'change')).toMatchObject({ reason: 'sign' })
    }
    expect(quoteStates('imports rose by 17.3 percent', exact('-17.3', 0, 1), 'PCT', 'change')).toMatchObject({
      reason: 'sign',
    })
    expect(quoteStates('exports fell to 5.6 percent', exact('5.6', 0, 1), 'PCT', 'level').states).toBe(true)
  })
  test('no other number passes for the one claimed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 99_999 }), (a, b) => {
        const quote = `turnover reached $${a} million, officials said`
        expect(quoteStates(quote, exact(`${b}000000`, 6), 'USD').states).toBe(a === b)
      }),
    )
  })
})
