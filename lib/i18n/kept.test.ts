import { expect, it } from 'vitest'
import { keptTexts, keptWith } from './kept'

it('makes a text once for each key, also an empty one', () => {
  const kept = keptTexts()
  let made = 0
  const text = (key: string) =>
    kept(key, () => {
      made++
      return key
    })
  expect([text('a'), text('a'), text(''), text(''), text('b')]).toEqual(['a', 'a', '', '', 'b'])
  expect(made).toBe(3)
})

it('holds no more than its most', () => {
  const kept = keptTexts(2)
  let made = 0
  for (const key of ['a', 'b', 'c', 'a']) kept(key, () => String(made++))
  expect(made).toBe(4)
})

it('what was made of a row is made anew for another row and for another key', () => {
  const kept = keptWith<string>()
  const [row, other] = [{ id: 1 }, { id: 1 }]
  let made = 0
  const make = () => String(made++)
  expect([kept(row, 'en', make), kept(row, 'en', make), kept(row, 'kk', make), kept(other, 'en', make)]).toEqual([
    '0',
    '0',
    '1',
    '2',
  ])
})
