import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PromiseRecord } from '@/lib/dashboards/promises/queries'
import type { Assessed } from '@/lib/dashboards/promises/rules'
import { choosePromises, countOutcomes, decidedOn, firstThatFits, isWithin, ladder, windowOf } from './rules'

const promise = (entry: number, over: Partial<PromiseRecord> = {}): PromiseRecord =>
  ({
    entry,
    kind: 'commitment',
    indicator: null,
    measure: null,
    ends: null,
    announced: '2022-08-24',
    knownOn: '2022-08-24',
    steps: [],
    ...over,
  }) as unknown as PromiseRecord
const status = (code: string, open: boolean): Assessed => ({ status: { code, text: code, open }, progress: [] })
const step = (starts: string) => ({ starts, ends: null, knownOn: '2026-09-01' }) as PromiseRecord['steps'][number]
const window = windowOf({ from: null, to: null }, '2026-11-28')

test('without a period a brief looks three years back from its day, and its day is in it', () => {
  expect(window).toEqual({ from: '2023-11-28', to: '2026-11-29' })
  expect(isWithin('2026-11-28', window)).toBe(true)
  expect(windowOf({ from: '2022-01-01', to: '2024-01-01' }, '2026-11-28')).toEqual({
    from: '2022-01-01',
    to: '2024-01-01',
  })
  expect(windowOf({ from: null, to: '2024-01-01' }, '2026-11-28').from).toBe('2021-01-01')
})

test('a promise is decided by its last step, else when it fell due, else when it was announced', () => {
  expect(decidedOn(promise(1, { steps: [step('2023-03-01'), step('2024-03-12')], ends: '2024-01-01' }))).toBe(
    '2024-03-12',
  )
  expect(decidedOn(promise(1, { ends: '2024-01-01' }))).toBe('2024-01-01')
  expect(decidedOn(promise(1))).toBe('2022-08-24')
})

test('targets of headline indicators come first, then what falls due soonest, then what was heard of last', () => {
  const all = [
    promise(1, { steps: [step('2025-10-21')] }),
    promise(2, { ends: '2030-01-01' }),
    promise(3, { ends: '2028-01-01' }),
    promise(4, { kind: 'target', indicator: 'trade-turnover', measure: 'level' }),
    promise(5, { kind: 'target', indicator: 'trade-turnover', measure: 'change' }),
    promise(6),
  ]
  const { open } = choosePromises(all, () => status('announced', true), window, new Set(['trade-turnover']))
  expect(open.map(({ promise: p }) => p.entry)).toEqual([4, 3, 2, 1, 6, 5])
})

test('of the closed ones those decided in the window are told, and signed agreements are not', () => {
  const all = [
    promise(1, { ends: '2025-01-01' }),
    promise(2, { ends: '2020-01-01' }),
    promise(3, { kind: 'agreement', steps: [step('2025-10-21')] }),
    promise(4, { steps: [step('2025-10-21')] }),
  ]
  const { closed, open } = choosePromises(all, () => status('met', false), window, new Set())
  expect(open).toEqual([])
  expect(closed.map(({ promise: p }) => p.entry)).toEqual([4, 1])
})

test('every promise that is told was decided in the window or is open, and none is told twice', () => {
  const day = fc
    .date({ min: new Date('2015-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10))
  fc.assert(
    fc.property(fc.array(fc.record({ ends: fc.option(day), open: fc.boolean() })), (rows) => {
      const all = rows.map(({ ends }, i) => promise(i + 1, { ends }))
      const { open, closed } = choosePromises(all, (e) => status('met', rows[e - 1]!.open), window, new Set())
      const told = [...open, ...closed].map(({ promise: p }) => p.entry)
      expect(new Set(told).size).toBe(told.length)
      for (const { promise: p } of closed) expect(isWithin(decidedOn(p), window)).toBe(true)
      expect(open).toHaveLength(rows.filter((r) => r.open).length)
    }),
  )
})

test('kept, not kept and untold are told apart and add up', () => {
  const closed = ['met', 'delivered_late', 'missed', 'not_computable', 'lapsed'].map((code, i) => ({
    promise: promise(i),
    assessed: status(code, false),
  }))
  expect(countOutcomes(closed)).toEqual({ kept: 2, broken: 2, untold: 1 })
})

test('the ladder goes from full to bare, and the first that fits is taken, else the barest', () => {
  for (const [i, bounds] of ladder.entries())
    for (const [name, most] of Object.entries(bounds))
      expect(most).toBeLessThanOrEqual(ladder[i - 1]?.[name as keyof typeof bounds] ?? Number.POSITIVE_INFINITY)
  expect(
    firstThatFits(
      (b) => b,
      (b) => b.open <= 5,
    ),
  ).toBe(ladder[2])
  expect(
    firstThatFits(
      (b) => b,
      () => false,
    ),
  ).toBe(ladder.at(-1))
})
