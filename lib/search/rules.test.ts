import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toQueries, toSpelled, toWanted } from './rules'

describe('what a search asks for', () => {
  test.each([
    ['turnover 2022', { words: ['turnover'], years: [2022] }],
    ['$1 bn', { words: [], values: ['1000000000'], digits: ['1'] }],
    ['529.4', { values: ['529.4', '529400', '529400000', '529400000000', '529400000000000'], digits: ['529.4'] }],
    ['trade 463.3 million dollars 2022', { words: ['trade'], values: ['463300000'], years: [2022] }],
    ['Kassym-Jomart', { words: ['kassym', 'jomart'] }],
    ['Бакинский порт', { words: ['бакинский', 'порт'] }],
    ['İstanbul Əliyev', { words: ['i̇stanbul', 'əliyev'] }],
    ['trade TRADE', { words: ['trade'] }],
    ['tripled', { words: ['tripled'], values: [] }],
    ['?!', { words: [], years: [], values: [] }],
  ])('“%s” is read', (q, wanted) => {
    expect(toWanted(q)).toMatchObject(wanted)
  })

  test('is bounded, and every word of it was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (q) => {
        const { words, years, digits } = toWanted(q)
        expect(words.length).toBeLessThanOrEqual(8)
        expect(years.length + digits.length).toBeLessThanOrEqual(5)
        for (const word of words) expect(q.toLowerCase()).toContain(word)
      }),
    )
  })
})

describe('a word that nobody wrote', () => {
  const like = [
    { place: 1, word: 'corridor', exact: false },
    { place: 1, word: 'corridors', exact: false },
  ]
  test('is looked for as all that may be meant, and spelled as the likeliest', () => {
    expect(toQueries(['middle', 'coridor'], like)).toEqual(["( 'middle' )", "( 'coridor' | 'corridor' | 'corridors' )"])
    expect(toSpelled(['middle', 'coridor'], like)).toBe('middle corridor')
  })

  test('cannot end the quotation it stands in', () => {
    expect(toQueries(["d'or\\"], [])).toEqual(["( 'd''or\\\\' )"])
  })
})
