import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { growthPath } from '@/lib/assessments/progress/growth/rules'
import type { PromiseRecord } from '@/lib/dashboards/promises/queries'
import { changedOn, inOrder, isAsked, outcomesOf, peopleOf } from './rules'
import { PromiseFilters } from './schema'

const all = PromiseFilters.parse({})
const promise = (over: Partial<PromiseRecord>) =>
  ({
    kind: 'commitment',
    theme: 'culture',
    announced: '2022-08-24',
    speaker: null,
    parties: [],
    steps: [],
    ...over,
  }) as unknown as PromiseRecord

describe('the state of a promise answers', () => {
  test.each([
    ['restated', true, ['open']],
    ['overdue', true, ['open', 'late']],
    ['delivered_late', false, ['kept', 'late']],
    ['met', false, ['kept']],
    ['short', false, ['missed']],
    ['withdrawn', false, ['missed']],
    ['not_computable', false, ['undecided']],
    ['disputed', false, ['undecided']],
  ] as const)('%s (open: %s) as %j', (code, open, outcomes) => {
    expect(outcomesOf({ code, open })).toEqual(outcomes)
  })
})

test('whoever promised, was promised something or said it can be asked for by name', () => {
  const p = promise({
    speaker: 'Kassym-Jomart Tokayev',
    parties: [
      { name: 'Kazakhstan', role: 'promiser' },
      { name: 'Türkiye', role: 'promisee' },
    ],
  })
  expect(peopleOf(p).map(({ slug }) => slug)).toEqual(['kazakhstan', 'turkiye', 'kassym-jomart-tokayev'])
  expect(isAsked(p, { ...all, who: 'turkiye' })).toBe(true)
  expect(isAsked(p, { ...all, who: 'azerbaijan' })).toBe(false)
})

test('a stretch of time asks for what was announced in it; a promise of unknown day is in none', () => {
  const within = (announced: string | null) =>
    isAsked(promise({ announced }), { ...all, from: '2022-01-01', to: '2023-01-01' })
  expect([within('2022-01-01'), within('2022-12-31'), within('2023-01-01'), within(null)]).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect(isAsked(promise({ announced: null }), all)).toBe(true)
})

test('it last changed on the day of its latest step, whatever the order of entry', () => {
  const step = (starts: string) => ({ starts, ends: null, knownOn: '2030-01-01' })
  expect(changedOn(promise({ steps: [step('2024-03-12'), step('2023-03-01')] as never }))).toBe('2024-03-12')
  expect(changedOn(promise({}))).toBe('2022-08-24')
})

const day = fc.option(fc.constantFrom('2020-01-01', '2021-06-01', '2024-03-12', '2030-01-01'))
test('every order keeps every promise, and what is not known comes last', () => {
  const line = fc.record({ entry: fc.nat(), on: day, dueOn: day, changed: fc.constantFrom('', '2024-01-01') })
  fc.assert(
    fc.property(
      fc.uniqueArray(line, { selector: (l) => l.entry }),
      fc.constantFrom(null, 'due' as const, 'changed' as const),
      (lines, sort) => {
        const given = lines.map(({ on, ...rest }) => ({ ...rest, announced: on === null ? null : { on, text: on } }))
        const sorted = inOrder(given, sort)
        expect([...sorted].sort((a, b) => a.entry - b.entry)).toEqual([...given].sort((a, b) => a.entry - b.entry))
        const known = sorted.map(
          (l) => (sort === 'due' ? l.dueOn : sort === 'changed' ? l.changed || null : l.announced) !== null,
        )
        expect(known.lastIndexOf(true)).toBeLessThan(known.includes(false) ? known.indexOf(false) : known.length)
      },
    ),
  )
})

describe('the way of equal growth', () => {
  test('from 586 thousand in 2021 to ten million in 2025 grows by the same share each year', () => {
    const path = growthPath('586000', 2021, '10000000', 2025)
    expect(path.map((p) => p.year)).toEqual([2021, 2022, 2023, 2024, 2025])
    expect(path[0]!.value).toBe('586000')
    expect(path.at(-1)!.value).toBe('10000000')
    const shares = path.slice(1).map((p, i) => Number(p.value) / Number(path[i]!.value))
    for (const share of shares) expect(share).toBeCloseTo((10_000_000 / 586_000) ** 0.25, 5)
  })
  test('is not drawn from nothing, from a debt, or backwards in time', () => {
    for (const [from, first, to, last] of [
      ['0', 2021, '10', 2025],
      ['-5', 2021, '10', 2025],
      ['5', 2021, '0', 2025],
      ['5', 2025, '10', 2025],
    ] as const)
      expect(growthPath(from, first, to, last)).toEqual([])
  })
  test('stays between its ends', () => {
    const amount = fc.integer({ min: 1, max: 10_000_000 })
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 1, max: 12 }), (from, to, years) => {
        const values = growthPath(String(from), 2020, String(to), 2020 + years).map((p) => Number(p.value))
        expect(values).toHaveLength(years + 1)
        for (const value of values) {
          expect(value).toBeGreaterThanOrEqual(Math.min(from, to) - 0.01)
          expect(value).toBeLessThanOrEqual(Math.max(from, to) + 0.01)
        }
      }),
    )
  })
})
