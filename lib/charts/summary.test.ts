import { expect, test } from 'vitest'
import { readSpec } from './render/pictures/specs'
import type { ChartSpec } from './spec'
import { toSummary } from './summary'
import { toTable } from './table'

const trade = readSpec('trade-turnover')
const headings = { targets: 'Targets', events: 'Events', gap: (a: string, b: string) => `${a} / ${b}` }
const only = (key: string): ChartSpec => ({
  ...trade,
  series: trade.series.filter((s) => s.key === key),
  targets: [],
  events: [],
})

test('a series is told from its first to its last full year, with what was highest and lowest', () => {
  expect(toSummary(only('kaz'))).toBe(
    'Kazakhstan’s statistics: from $258.3 m in 2018 to more than $530 m in 2024; highest in 2024, lowest in 2018. ' +
      '4 values for parts of a year stand apart.',
  )
})

test('an extreme in the middle is told with its value', () => {
  expect(toSummary(only('aze'))).toContain('highest $680 m in 2022, lowest in 2018')
})

test('targets, events and doubtful values are told', () => {
  const text = toSummary(trade)
  expect(text).toContain('Target: $1 bn, no deadline stated.')
  expect(text).toContain('1 value is marked doubtful.')
  expect(text).toContain('4 events are marked.')
})

test('a chart without figures says so', () => {
  expect(toSummary({ ...trade, series: [] })).toContain('No figure falls in this period.')
})

test('twenty digits are compared as digits, not as floats', () => {
  const [series] = only('kaz').series
  const [a, b] = series!.points.slice(0, 2)
  const points = [
    { ...a!, value: '10000000000000000001' },
    { ...b!, value: '10000000000000000002' },
  ]
  expect(toSummary({ ...only('kaz'), series: [{ ...series!, points }] })).toContain('highest in 2022, lowest in 2018')
})

test('the table holds every figure once, in order of time, then targets and events', () => {
  const table = toTable(trade, headings)
  const entries = trade.series.flatMap((s) => s.points.map((p) => p.entry))
  expect(table.groups.map((g) => g.heading)).toEqual([...trade.series.map((s) => s.label), 'Targets', 'Events'])
  expect(table.groups.flatMap((g) => g.rows.map((r) => r.entry)).sort()).toEqual(
    [...entries, ...trade.targets.map((t) => t.entry), ...trade.events.map((e) => e.entry)].sort(),
  )
  expect(table.groups[0]!.rows.map((r) => r.period)).toEqual([
    '2018',
    'Q1 2022',
    'H1 2022',
    '2022',
    '2022',
    '2023',
    'H1 2024',
    '2024',
    'Jan–Jul 2025',
  ])
})

test('a target says when it was announced and that no deadline was stated', () => {
  const rows = toTable(trade, headings).groups.find((g) => g.heading === 'Targets')!.rows
  expect(rows[0]).toMatchObject({ period: 'announced 24 Aug 2022', status: 'no deadline stated' })
})

test('a due day is named as the last day that counts', () => {
  const table = toTable(readSpec('corridor-cargo'), headings)
  expect(table.groups.flatMap((g) => g.rows.map((r) => r.status))).toContain('due 31 Dec 2025')
})

test('a gap between two series is told in words, and stands in the table under both names', () => {
  const spec = readSpec('trade-gap')
  expect(toSummary(spec)).toContain(
    'The gap between Azerbaijan’s customs and ministers and Kazakhstan’s statistics is shaded: $37.26 m in 2018; $216.7 m in 2022.',
  )
  const group = toTable(spec, headings).groups.find((g) => g.heading.includes(' / '))!
  expect(group.heading).toBe('Azerbaijan’s customs and ministers / Kazakhstan’s statistics')
  expect(group.rows.map((r) => [r.period, r.text, r.href])).toEqual([
    ['2018', '$37.26 m', ''],
    ['2022', '$216.7 m', ''],
  ])
  expect(toSummary({ ...spec, gaps: undefined })).not.toContain('gap')
})
