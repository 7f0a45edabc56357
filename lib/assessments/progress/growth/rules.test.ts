import Big from 'big.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { growth, root, yearOf } from './rules'

test('a root, multiplied out, is what it was taken of', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.integer({ min: 1, max: 40 }), (thousandths, n) => {
      const of = new Big(thousandths).div(1000)
      expect(root(of, n).pow(n).div(of).minus(1).abs().lt('1e-12')).toBe(true)
    }),
  )
})
test('doubling in ten years is 7.18 percent a year', () => {
  expect(growth('100', '200', 10).times(100).toFixed(2)).toBe('7.18')
  expect(growth('200', '100', 1).toFixed(2)).toBe('-0.50')
})
test('the end of a period belongs to the year of its last day', () => {
  expect(yearOf('2026-01-01', -1)).toBe(2025)
  expect(yearOf('2026-01-01')).toBe(2026)
})
