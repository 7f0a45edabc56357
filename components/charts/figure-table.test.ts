import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FigureTable } from '@/lib/charts/table'
import { figureTable } from './figure-table'

const row = {
  period: '2023',
  text: '$529.4 m',
  entry: 12,
  href: '/relations/aze-kaz/entries/12',
  status: '',
  source: '',
  note: null,
}
const table = (over: Partial<typeof row>): FigureTable => ({
  caption: 'Trade',
  columns: { period: 'Period', value: 'Value', status: 'Status', source: 'Source' },
  groups: [{ heading: 'Kazakhstan', rows: [{ ...row, ...over }] }],
})

test('a figure is a link to its evidence, under headings that screen readers follow', () => {
  const { text } = figureTable(table({}))
  expect(text).toContain('<a href="/relations/aze-kaz/entries/12" data-evidence="12">$529.4 m</a>')
  expect(text).toContain('<th scope="row">2023</th>')
  expect(text).toContain('<th scope="col">Value</th>')
  expect(text).toContain('<caption>Trade</caption>')
})

test.each(['javascript:alert(1)', '//evil.example', '/\\evil.example', 'https://evil.example', ''])(
  'an address that is not ours is no link: %j',
  (href) => {
    expect(figureTable(table({ href })).text).not.toContain('<a ')
  },
)

test('no text can open a tag or leave an attribute', () => {
  const shape = (text: string) => text.replace(/>[^<]*/g, '>').replace(/"[^"<>]*"/g, '""')
  const plain = shape(figureTable(table({})).text)
  const nasty = fc.oneof(
    fc.string(),
    fc.constantFrom('<script>', '"><img onerror=x>', '</table>', '&lt;', '\'"', '\u202e'),
  )
  fc.assert(
    fc.property(nasty, nasty, nasty, nasty, (period, text, status, source) => {
      expect(shape(figureTable(table({ period, text, status, source })).text)).toBe(plain)
    }),
  )
})
