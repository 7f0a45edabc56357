import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  contains,
  formatPeriod,
  isPartYear,
  lastDay,
  lengthInDays,
  midpoint,
  overlaps,
  parsePeriod,
  spanOf,
  yearEarlier,
} from './rules'
import type { Period } from './schema'

const read = (text: string, today?: string) => parsePeriod(text, today ? { today } : {})
const days = (text: string) => {
  const found = read(text)
  return found.ok ? [found.period.starts, found.period.ends, found.span] : found.fault.code
}

describe('what people type', () => {
  test.each([
    ['2022', '2022-01-01', '2023-01-01', 'year'],
    [' In the year 2022. ', '2022-01-01', '2023-01-01', 'year'],
    ['２０２２', '2022-01-01', '2023-01-01', 'year'],
    ['Q1 2022', '2022-01-01', '2022-04-01', 'quarter'],
    ['2022-Q1', '2022-01-01', '2022-04-01', 'quarter'],
    ['2022Q4', '2022-10-01', '2023-01-01', 'quarter'],
    ['1Q22', '2022-01-01', '2022-04-01', 'quarter'],
    ['1Q98', '1998-01-01', '1998-04-01', 'quarter'],
    ['first quarter of 2022', '2022-01-01', '2022-04-01', 'quarter'],
    ['3rd quarter 2022', '2022-07-01', '2022-10-01', 'quarter'],
    ['H1 2022', '2022-01-01', '2022-07-01', 'half'],
    ['2022-S1', '2022-01-01', '2022-07-01', 'half'],
    ['1H22', '2022-01-01', '2022-07-01', 'half'],
    ['the first half of 2022', '2022-01-01', '2022-07-01', 'half'],
    ['second half of 2022', '2022-07-01', '2023-01-01', 'half'],
    ['Aug 2022', '2022-08-01', '2022-09-01', 'month'],
    ['2022-08', '2022-08-01', '2022-09-01', 'month'],
    ['August, 2022', '2022-08-01', '2022-09-01', 'month'],
    ['Sept. 2022', '2022-09-01', '2022-10-01', 'month'],
    ['08.2022', '2022-08-01', '2022-09-01', 'month'],
    ['Dec 2022', '2022-12-01', '2023-01-01', 'month'],
    ['2022-08-24', '2022-08-24', '2022-08-25', 'day'],
    ['24 Aug 2022', '2022-08-24', '2022-08-25', 'day'],
    ['August 24, 2022', '2022-08-24', '2022-08-25', 'day'],
    ['24th of August 2022', '2022-08-24', '2022-08-25', 'day'],
    ['24.08.2022', '2022-08-24', '2022-08-25', 'day'],
    ['24/08/2022', '2022-08-24', '2022-08-25', 'day'],
    ['08/24/2022', '2022-08-24', '2022-08-25', 'day'],
    ['29 Feb 2024', '2024-02-29', '2024-03-01', 'day'],
    ['31 December 2022', '2022-12-31', '2023-01-01', 'day'],
    ['Jan–Jul 2022', '2022-01-01', '2022-08-01', 'partYear'],
    ['Jan-Jul 2022', '2022-01-01', '2022-08-01', 'partYear'],
    ['January − July 2022', '2022-01-01', '2022-08-01', 'partYear'],
    ['January to July of 2022', '2022-01-01', '2022-08-01', 'partYear'],
    ['January 2022 – July 2022', '2022-01-01', '2022-08-01', 'partYear'],
    ['2022-01/2022-07', '2022-01-01', '2022-08-01', 'partYear'],
    ['Jan–Jun 2022', '2022-01-01', '2022-07-01', 'half'],
    ['Jan–Dec 2022', '2022-01-01', '2023-01-01', 'year'],
    ['Nov 2021–Feb 2022', '2021-11-01', '2022-03-01', 'interval'],
    ['Feb–Jul 2022', '2022-02-01', '2022-08-01', 'interval'],
    ['11 months of 2024', '2024-01-01', '2024-12-01', 'partYear'],
    ['7m 2025', '2025-01-01', '2025-08-01', 'partYear'],
    ['9M2017', '2017-01-01', '2017-10-01', 'partYear'],
    ['first 9 months 2017', '2017-01-01', '2017-10-01', 'partYear'],
    ['the first nine months of 2017', '2017-01-01', '2017-10-01', 'partYear'],
    ['last three months of 2017', '2017-10-01', '2018-01-01', 'quarter'],
    ['12 months of 2024', '2024-01-01', '2025-01-01', 'year'],
    ['1990s', '1990-01-01', '2000-01-01', 'interval'],
    ["In the 1990's", '1990-01-01', '2000-01-01', 'interval'],
    ['2019/2024', '2019-01-01', '2025-01-01', 'interval'],
    ['2019–2024', '2019-01-01', '2025-01-01', 'interval'],
    ['from 2019 to 2024', '2019-01-01', '2025-01-01', 'interval'],
    ['between 2019 and 2024', '2019-01-01', '2025-01-01', 'interval'],
    ['Q1–Q3 2022', '2022-01-01', '2022-10-01', 'partYear'],
    ['24–26 Sept 2024', '2024-09-24', '2024-09-27', 'interval'],
    ['September 24–26, 2024', '2024-09-24', '2024-09-27', 'interval'],
    ['28 Sep – 3 Oct 2024', '2024-09-28', '2024-10-04', 'interval'],
    ['2024-12-28/2025-01-03', '2024-12-28', '2025-01-04', 'interval'],
  ])('%s is [%s, %s), a %s', (text, starts, ends, span) => {
    expect(days(text)).toEqual([starts, ends, span])
    expect(read(text)).toMatchObject({ period: { words: null } })
  })

  test.each([
    ['since 2020', '2020-01-01', null],
    ['from 2020 onwards', '2020-01-01', null],
    ['2020 to date', '2020-01-01', null],
    ['2020/..', '2020-01-01', null],
    ['2020–', '2020-01-01', null],
    ['after 2020', '2021-01-01', null],
    ['since 24 Aug 2022', '2022-08-24', null],
    ['by 2025', null, '2026-01-01'],
    ['by end of 2025', null, '2026-01-01'],
    ['By the end of 2025', null, '2026-01-01'],
    ['until July 2025', null, '2025-08-01'],
    ['no later than 1 Sept 2022', null, '2022-09-02'],
    ['before 2025', null, '2025-01-01'],
    ['before the end of 2025', null, '2026-01-01'],
    ['../2025', null, '2026-01-01'],
  ])('%s leaves one end open and keeps the words', (text, starts, ends) => {
    expect(read(text)).toEqual({ ok: true, period: { starts, ends, words: text }, span: 'open' })
  })

  test.each([
    'in recent years',
    'near future',
    'to date',
    'since January',
    'for some time now',
    'в последние годы',
    'now',
  ])('no date is made up for "%s"', (text) => {
    expect(read(text)).toEqual({ ok: true, period: { starts: null, ends: null, words: text }, span: 'unknown' })
  })

  test('words with a figure in them are kept as words when put between quotation marks', () => {
    expect(read('in the 5 years before the pandemic')).toMatchObject({ ok: false, fault: { code: 'periodUnreadable' } })
    expect(read('“in the 5 years before the pandemic”')).toMatchObject({
      period: { starts: null, ends: null, words: 'in the 5 years before the pandemic' },
    })
    expect(read('"2022"')).toMatchObject({ period: { starts: null, ends: null, words: '2022' } })
  })

  test.each([
    ['next year', '2023-01-01', '2024-01-01'],
    ['the first quarter of this year', '2022-01-01', '2022-04-01'],
    ['first nine months of last year', '2021-01-01', '2021-10-01'],
    ['yesterday', '2022-08-23', '2022-08-24'],
  ])('"%s" is resolved from the day given, and only from it', (text, starts, ends) => {
    expect(read(text, '2022-08-24')).toMatchObject({ period: { starts, ends, words: null } })
    expect(read(text)).toMatchObject({ span: 'unknown' })
  })

  test.each([
    ['', 'periodEmpty', {}],
    [' ​ ', 'periodUnreadable', {}],
    ['31 Feb 2022', 'periodDay', { day: 31, month: '2022-02', max: 28 }],
    ['29 Feb 2023', 'periodDay', { day: 29, month: '2023-02', max: 28 }],
    ['2022-06-31', 'periodDay', { day: 31, month: '2022-06', max: 30 }],
    ['Q5 2022', 'periodQuarter', { quarter: 5 }],
    ['Q0 2022', 'periodQuarter', { quarter: 0 }],
    ['H3 2022', 'periodHalf', { half: 3 }],
    ['2022-13', 'periodMonth', { month: 13 }],
    ['13.2022', 'periodMonth', { month: 13 }],
    ['13 months of 2022', 'periodMonths', { months: 13 }],
    ['Jul–Jan', 'periodBackwards', { from: 'jul', to: 'jan' }],
    ['Jul–Jan 2022', 'periodBackwards', { from: 'jul', to: 'jan 2022' }],
    ['2024–2019', 'periodBackwards', { from: '2024', to: '2019' }],
    ['03/04/2022', 'periodAmbiguous', { one: '2022-04-03', other: '2022-03-04' }],
    ['August 24', 'periodYearMissing', { text: 'august 24' }],
    ['Jan–Jul', 'periodYearMissing', { text: 'jan-jul' }],
    ['Q1', 'periodYearMissing', { text: 'q1' }],
    ['0999', 'periodYear', { year: 999, min: 1000, max: 2999 }],
    ['5000', 'periodYear', { year: 5000, min: 1000, max: 2999 }],
    ['by Q5 2025', 'periodQuarter', { quarter: 5 }],
    ['2022 23 24', 'periodUnreadable', { text: '2022 23 24' }],
    ['FY 2021', 'periodUnreadable', {}],
    ['x'.repeat(201), 'tooLong', { maximum: 200 }],
    ['2'.repeat(1_000_000), 'tooLong', { maximum: 300 }],
  ])('%.20s is refused with %s', (text, code, values) => {
    const found = read(text)
    expect(found).toMatchObject({ ok: false, fault: { code, values } })
  })

  test('marks that cannot be seen do not change what is read', () => {
    expect(days('\u200f2022\u200e-08')).toEqual(['2022-08-01', '2022-09-01', 'month'])
    expect(read('in\u0000recent\nyears')).toMatchObject({ period: { words: 'in recent years' } })
  })
})

describe('what a reader reads', () => {
  test.each([
    ['2022-01-01', '2023-01-01', '2022'],
    ['2022-01-01', '2022-07-01', 'H1 2022'],
    ['2022-07-01', '2022-10-01', 'Q3 2022'],
    ['2025-01-01', '2025-08-01', 'Jan–Jul 2025'],
    ['2022-08-24', '2022-08-25', '24 Aug 2022'],
    ['1990-01-01', '2000-01-01', '1990–1999'],
    ['2021-11-01', '2022-03-01', 'Nov 2021–Feb 2022'],
    ['2024-09-24', '2024-09-27', '24–26 Sep 2024'],
    ['2024-09-28', '2024-10-04', '28 Sep–3 Oct 2024'],
    ['2024-12-28', '2025-01-04', '28 Dec 2024–3 Jan 2025'],
  ])('[%s, %s) is %s', (starts, ends, label) => {
    expect(formatPeriod({ starts, ends, words: null }, 'en')).toBe(label)
  })
  test.each([
    [{ starts: '2020-01-01', ends: null, words: 'since 2020' }, 'since 2020'],
    [{ starts: null, ends: '2026-01-01', words: 'by the end of 2025' }, 'by the end of 2025'],
    [{ starts: null, ends: '2026-01-01', words: 'in three years' }, 'by 2025 (“in three years”)'],
    [{ starts: '2022-08-01', ends: null, words: 'since the visit' }, 'since Aug 2022 (“since the visit”)'],
    [{ starts: null, ends: '2022-08-25', words: 'before they met' }, 'by 24 Aug 2022 (“before they met”)'],
    [{ starts: null, ends: null, words: 'in recent years' }, 'in recent years'],
    [{ starts: null, ends: null, words: '2022' }, '“2022”'],
    [{ starts: null, ends: null, words: null }, 'period not stated'],
    [{ starts: '1990-01-01', ends: '2000-01-01', words: 'In the 1990s' }, '1990–1999'],
  ])('%j is %s', (period, label) => {
    expect(formatPeriod(period, 'en')).toBe(label)
  })

  const day = fc
    .integer({ min: -354_000, max: 375_000 })
    .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10))
  const words = fc
    .oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
      fc.constantFrom('by 2025', '“a”', '2022', 'x (“y”)'),
    )
    .map((s) => s.replace(/[\p{Cc}\s]+/gu, ' ').trim())
    .filter((s) => s !== '')
  const closed = fc
    .tuple(day, day)
    .filter(([a, b]) => a !== b)
    .map((pair): Period => {
      const [starts, ends] = pair.toSorted()
      return { starts: starts!, ends: ends!, words: null }
    })
  const whole = fc
    .tuple(fc.integer({ min: 1200, max: 34_000 }), fc.integer({ min: 1, max: 40 }))
    .map(([from, count]): Period => {
      const first = (n: number) =>
        `${String(Math.floor(n / 12)).padStart(4, '0')}-${String((n % 12) + 1).padStart(2, '0')}-01`
      return { starts: first(from + 11_000), ends: first(from + 11_000 + count), words: null }
    })
    .filter((p) => p.starts! > '1000' && p.ends! < '2999')
  const open = fc.oneof(
    fc.record({ starts: day, ends: fc.constant(null), words }),
    fc.record({ starts: fc.constant(null), ends: day, words }),
    fc.record({ starts: fc.constant(null), ends: fc.constant(null), words }),
  )
  test('its label, read again, is the same period', () => {
    fc.assert(
      fc.property(fc.oneof(closed, whole, open), (period) => {
        expect(parsePeriod(formatPeriod(period, 'en'))).toEqual({ ok: true, period, span: spanOf(period) })
      }),
      { numRuns: 2000 },
    )
  })
  test('any text is answered', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const found = parsePeriod(text)
        if (!found.ok) expect(found.fault.code).toMatch(/^(period|tooLong)/)
        else expect(parsePeriod(formatPeriod(found.period, 'en'))).toEqual(found)
      }),
    )
  })
})

describe('arithmetic of half-open days', () => {
  const closed = (starts: string, ends: string) => ({ starts, ends })
  test.each([
    ['2025-01-01', '2025-08-01', '2024-01-01', '2024-08-01'],
    ['2024-02-01', '2024-03-01', '2023-02-01', '2023-03-01'],
    ['2024-02-28', '2024-02-29', '2023-02-28', '2023-03-01'],
    ['2025-02-28', '2025-03-01', '2024-02-28', '2024-02-29'],
    ['2024-12-31', '2025-01-01', '2023-12-31', '2024-01-01'],
  ])('a year before [%s, %s) is [%s, %s)', (starts, ends, earlierStarts, earlierEnds) => {
    expect(yearEarlier({ starts, ends })).toEqual({ starts: earlierStarts, ends: earlierEnds })
  })
  test('29 February has no day a year before it, nor has an open period', () => {
    expect(yearEarlier(closed('2024-02-29', '2024-03-01'))).toBeNull()
    expect(yearEarlier({ starts: '2020-01-01', ends: null })).toBeNull()
  })
  test('what is shorter than a year is never taken for one', () => {
    expect(isPartYear(closed('2022-01-01', '2023-01-01'))).toBe(false)
    expect(isPartYear(closed('2022-01-01', '2022-12-31'))).toBe(true)
    expect(isPartYear(closed('2019-01-01', '2025-01-01'))).toBe(false)
    expect(isPartYear({ starts: null, ends: '2025-01-01' })).toBe(false)
  })
  test('open ends reach as far as they can', () => {
    expect(overlaps({ starts: '2020-01-01', ends: null }, closed('2019-01-01', '2020-01-01'))).toBe(false)
    expect(overlaps({ starts: '2020-01-01', ends: null }, closed('2019-01-01', '2020-01-02'))).toBe(true)
    expect(contains({ starts: null, ends: '2023-01-01' }, closed('2022-01-01', '2023-01-01'))).toBe(true)
    expect(contains(closed('2022-01-01', '2023-01-01'), { starts: '2022-01-01', ends: null })).toBe(false)
  })
  test('length, last day and middle', () => {
    expect(lengthInDays(closed('2024-01-01', '2025-01-01'))).toBe(366)
    expect(lastDay(closed('2024-01-01', '2025-01-01'))).toBe('2024-12-31')
    expect(midpoint(closed('2022-01-01', '2023-01-01'))).toBe('2022-07-02')
    expect(midpoint(closed('2022-08-24', '2022-08-25'))).toBe('2022-08-24')
    expect(midpoint({ starts: null, ends: '2025-01-01' })).toBeNull()
  })
})
