import { expect, test } from 'vitest'
import { LibraryFilters } from './schema'

test.each(['9e999_1', '1e-999_1', '1e39_1', '2020-99-99_1', '0000-01-01_1', '2020-01-01e5_1', '5_'])(
  'a place in the list that the database could not read is none: %s',
  (after) => {
    expect(LibraryFilters.parse({ after }).after).toBeNull()
  },
)

test.each([
  ['2022-08-24_7', '2022-08-24'],
  ['0.60792714_7', '0.60792714'],
  ['1e-20_7', '1e-20'],
  ['0_7', '0'],
])('a place in the list goes on where it was: %s', (after, order) => {
  expect(LibraryFilters.parse({ after }).after).toEqual({ order, id: 7 })
})

test('words that no text holds are not searched for', () => {
  expect(LibraryFilters.parse({ q: 'trade\0' }).q).toBeNull()
  expect(LibraryFilters.parse({ q: ' trade "middle corridor" ' }).q).toBe('trade "middle corridor"')
})
