import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatLine, parseLine, readComparison, writeComparison } from './rules'
import type { LineKey } from './schema'

const slug = fc.constantFrom('aze-kaz', 'aze-geo', 'kaz', 'middle-corridor', 'trade-turnover', 'x9')
const line: fc.Arbitrary<LineKey> = fc.record({
  relation: slug,
  indicator: slug,
  about: slug,
  reporter: fc.option(slug),
  origin: fc.option(slug),
  measure: fc.constantFrom('level' as const, 'change' as const),
  unit: fc.option(fc.constantFrom('USD', 'AZN')),
  scope: fc.string({ maxLength: 40, unit: 'grapheme' }),
})

test('a line is written as short as it can be', () => {
  const turnover: LineKey = {
    relation: 'aze-kaz',
    indicator: 'trade-turnover',
    about: 'aze-kaz',
    reporter: 'kaz',
    origin: null,
    measure: 'level',
    unit: null,
    scope: '',
  }
  expect(formatLine(turnover)).toBe('aze-kaz:trade-turnover:kaz')
  expect(formatLine({ ...turnover, reporter: null, measure: 'change' })).toBe('aze-kaz:trade-turnover:-:measure=change')
  expect(formatLine({ ...turnover, origin: 'kaz', scope: 'oil: crude' })).toBe(
    'aze-kaz:trade-turnover:kaz:from=kaz:part=oil%3A%20crude',
  )
})

test('what is written is read as it was, through an address too', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      for (const one of lines) expect(parseLine(formatLine(one))).toEqual(one)
      const search = new URLSearchParams(writeComparison(lines, { base: '2019', mode: 'indexed' }).toString())
      const { comparison, refused } = readComparison(search)
      expect(refused).toEqual([])
      expect(comparison.lines.map(formatLine)).toEqual([...new Set(lines.map(formatLine))])
      expect(comparison).toMatchObject({ mode: 'indexed', base: { starts: '2019-01-01', ends: '2020-01-01' } })
    }),
  )
})

test.each([
  '',
  'aze-kaz',
  'aze-kaz:trade-turnover',
  'aze-kaz:trade-turnover:',
  'aze-kaz:trade-turnover:KAZ',
  'aze-kaz:trade-turnover:kaz:from',
  'aze-kaz:trade-turnover:kaz:from=',
  'aze-kaz:trade-turnover:kaz:from=kaz:from=aze',
  'aze-kaz:trade-turnover:kaz:colour=red',
  'aze-kaz:trade-turnover:kaz:measure=both',
  'aze-kaz:trade-turnover:kaz:unit=usd',
  'aze-kaz:trade-turnover:kaz:part=%E0%A4%A',
  `aze-kaz:trade-turnover:kaz:part=${'x'.repeat(121)}`,
  "aze-kaz:trade-turnover:kaz'--",
])('“%s” is no line', (text) => expect(parseLine(text)).toBeNull())

test('whatever an address holds is read or named, and never more than eight lines', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('line', 'base', 'mode', 'from', 'known'), fc.string())), (pairs) => {
      const { comparison, refused } = readComparison(new URLSearchParams(pairs))
      expect(comparison.lines.length).toBeLessThanOrEqual(8)
      for (const { value } of refused) expect(value).not.toBe('')
    }),
  )
  const many = Array.from({ length: 10 }, (_, i) => ['line', `aze-kaz:indicator-${i}:kaz`])
  const { comparison, refused } = readComparison(new URLSearchParams(many))
  expect([comparison.lines.length, refused.map((r) => r.name)]).toEqual([8, ['lines', 'lines']])
})

test('a base that is no period with two dates is named, and nothing is indexed', () => {
  for (const base of ['in recent years', 'since 2020', '20x'])
    expect(readComparison(new URLSearchParams({ base }))).toMatchObject({
      comparison: { base: null, mode: 'absolute' },
      refused: [{ name: 'base', value: base }],
    })
  expect(readComparison(new URLSearchParams({ base: 'H1 2022' })).comparison.base).toEqual({
    text: 'H1 2022',
    starts: '2022-01-01',
    ends: '2022-07-01',
  })
})
