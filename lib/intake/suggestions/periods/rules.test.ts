import { expect, test } from 'vitest'
import { stretchOf } from './rules'

test.each([
  ['2021', '2021-01-01', '2022-01-01'],
  ['2022-Q1', '2022-01-01', '2022-04-01'],
  ['2022-Q4', '2022-10-01', '2023-01-01'],
  ['2022-12', '2022-12-01', '2023-01-01'],
  ['2024-02-29', '2024-02-29', '2024-03-01'],
  ['2022-01/2022-07', '2022-01-01', '2022-08-01'],
  ['1990/1999', '1990-01-01', '2000-01-01'],
])('%s is from %s up to %s', (text, starts, ends) => expect(stretchOf(text)).toEqual({ starts, ends }))

test.each([null, '', '2022-13', '2023-02-29', '2022/2021', '2022-Q5', 'last year', '1/2/3', '0001'])(
  '%s is no stretch',
  (text) => expect(stretchOf(text)).toBeNull(),
)
