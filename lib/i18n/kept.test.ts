import { expect, it } from 'vitest'
import { keptTexts } from './kept'

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
