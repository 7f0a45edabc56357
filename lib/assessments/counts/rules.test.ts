import { expect, test } from 'vitest'
import type { Quantity } from '@/lib/quantities/schema'
import type { Reading } from '../reading/rules'
import { compareCounts } from './rules'

const announced: Quantity = { value: '20', valueTo: null, unitMult: 0, decimals: 0, qualifier: 'more_than' }
const counted = (value: string, over: Partial<Reading> = {}): Reading => ({
  entry: Number(value),
  value,
  valueTo: null,
  unitMult: 0,
  decimals: 0,
  qualifier: 'exact',
  rank: 'normal',
  basis: 'other',
  obsStatus: 'A',
  starts: '2022-08-24',
  ends: '2022-08-25',
  knownOn: '2022-08-24',
  ...over,
})

test('more than twenty announced and ten counted are compared, never added', () => {
  const found = compareCounts(announced, [counted('10')])
  expect(found).toMatchObject({ code: 'short', confirmed: [{ code: 'short', missing: '10' }] })
  expect(JSON.stringify(found)).not.toContain('30')
})
test('counts that contradict each other settle nothing', () => {
  const found = compareCounts(announced, [counted('10'), counted('20', { entry: 2, qualifier: 'more_than' })])
  expect(found.code).toBe('disputed')
  expect(found.confirmed.map((c) => c.code).sort()).toEqual(['reached', 'short'])
})
test.each([
  ['20', 'exact', 'short'],
  ['21', 'exact', 'reached'],
  ['20', 'about', 'undecided'],
  ['20', 'more_than', 'reached'],
  ['20', 'at_least', 'undecided'],
] as const)('%s %s documents: %s', (value, qualifier, code) => {
  expect(compareCounts(announced, [counted(value, { qualifier })])).toMatchObject({ code })
})
test('what nobody counted is not zero', () => {
  expect(compareCounts(announced, [])).toEqual({ announced, confirmed: [], code: 'none' })
})
