import { expect, test } from 'vitest'
import { withSearch } from './recent'

test('what is searched again comes first and stands once, and six are kept', () => {
  expect(withSearch(['trade', 'corridor'], 'Corridor')).toEqual(['Corridor', 'trade'])
  expect(withSearch(['a', 'b', 'c', 'd', 'e', 'f'], 'g')).toEqual(['g', 'a', 'b', 'c', 'd', 'e'])
})
