import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ObservationRow, observationColumns, toCell, toCsv } from './csv'

const row: ObservationRow = {
  indicator: 'Trade turnover',
  period: '2023',
  start: '2023-01-01',
  end: '2024-01-01',
  value: '529400000',
  valueTo: null,
  unit: 'USD',
  multiplier: 6,
  qualifier: 'exact',
  status: 'A',
  reporter: 'Kazakhstan',
  sourceTitle: 'Trade, "2023"',
  publisher: 'Trend',
  date: '2024-03-05',
  url: 'https://example.org/a,b',
  quote: null,
  entry: 12,
  version: 2,
}

/** An RFC 4180 reader written for the tests, so that writer and reader cannot share a mistake. */
function read(csv: string): string[][] {
  const lines: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let i = 0; i < csv.length; i++) {
    const sign = csv[i]!
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (csv[i + 1] === '"') cell += csv[++i]
      else quoted = false
    } else if (sign === '"') quoted = true
    else if (sign === ',') {
      lines.at(-1)!.push(cell)
      cell = ''
    } else if (sign === '\r' && csv[i + 1] === '\n') {
      lines.at(-1)!.push(cell)
      cell = ''
      lines.push([])
      i++
    } else cell += sign
  }
  return lines.slice(0, -1)
}

test('a file begins with a byte order mark and a line of names, and every line ends as RFC 4180 says', () => {
  const csv = toCsv(observationColumns, [row])
  expect(csv.startsWith('\ufeffindicator,period,start,end,value,')).toBe(true)
  expect(csv.endsWith('\r\n')).toBe(true)
  expect(read(csv.slice(1))[1]).toContain('Trade, "2023"')
})

test('twenty digits leave as the same twenty digits', () => {
  const value = '12345678901234567890.123456789012345'
  expect(read(toCsv(observationColumns, [{ ...row, value }]).slice(1))[1]![4]).toBe(value)
})

test('negative numbers stay numbers', () => {
  expect(toCell('-17.3')).toBe('-17.3')
})

test.each([
  ['=HYPERLINK("http://evil")'],
  ['+1+2'],
  ['-2+3+cmd|'],
  ['@SUM(A1)'],
  ['\tx'],
  ['\rx'],
  ['  =1+1'],
  ['＝1+1'],
])('a cell that a spreadsheet would run is made text: %j', (text) => {
  expect(read(`${toCell(text)}\r\n`)[0]![0]).toBe(`'${text}`)
})

test('no cell begins a formula and every cell is read back as it was', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string(),
    fc.constantFrom('=', '+1', '-', '@x', '\t', '"', '\r\n'),
  )
  fc.assert(
    fc.property(fc.array(texts, { minLength: 1, maxLength: 5 }), (cells) => {
      const [line] = read(`${cells.map(toCell).join(',')}\r\n`)
      expect(line).toHaveLength(cells.length)
      line!.forEach((cell, i) => {
        expect(/^[=+@\t\r\n]/.test(cell)).toBe(false)
        expect([cells[i], `'${cells[i]}`].map((c) => c!.replaceAll('\0', ''))).toContain(cell)
      })
    }),
  )
})
