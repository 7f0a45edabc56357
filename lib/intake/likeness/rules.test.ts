import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { likenessOf, shared, sketchOf } from './rules'

const story =
  'Trade between Kazakhstan and Azerbaijan reached 529.4 million dollars last year, the ministry of trade said on Monday. ' +
  'Officials of both countries agreed to open a new terminal on the Caspian coast and to simplify the passage of trains. ' +
  'The Middle Corridor carried more containers than ever, and the two presidents will meet again in Baku in the spring.'
const other =
  'Farmers in the north expect a poor harvest after a dry spring, according to the union of growers, which asks for help. ' +
  'The price of bread has not changed yet, but mills have begun to buy grain abroad and storage is filling up slowly. ' +
  'A decision of the cabinet on export duties is due next month, and traders say that they have stopped signing contracts.'
const carriedStory = `ASTANA, March 11 (A wire). ${story} Read more on our page. Copyright, all rights reserved.`
const stored = (id: number, text: string, extra: object = {}) => ({
  id,
  url: null,
  text,
  publishedOn: null,
  carriedFrom: null,
  ...extra,
})

describe('a text is told', () => {
  test('as carried when it holds another story, whatever was put around it', () => {
    expect(likenessOf(carriedStory, null, [stored(1, other), stored(2, story)])).toMatchObject({
      code: 'carried',
      source: 2,
    })
  })
  test('as going back to the original when it is like a copy of it', () => {
    expect(likenessOf(carriedStory, null, [stored(3, story, { carriedFrom: 1 })])).toMatchObject({ source: 1 })
  })
  test('as a later state of the page at its address, however much has changed', () => {
    const page = stored(4, story, { url: 'https://a.example/1' })
    expect(likenessOf(other, 'https://a.example/1', [page])).toMatchObject({ code: 'version', source: 4 })
  })
  test('as standing for itself when it only speaks of the same', () => {
    expect(likenessOf(story, 'https://b.example', [stored(1, other)])).toBeNull()
    const retold =
      'Last year the trade of Azerbaijan and Kazakhstan came to $529.4 m, the trade ministry told on Monday. A terminal will be opened.'
    expect(likenessOf(retold, null, [stored(2, story)])).toBeNull()
  })
})

test('texts of a few words are like nothing', () => {
  expect(shared('Trade grew last year in both countries', 'Trade grew last year in both countries')).toBe(0)
})

test('what is shared does not depend on which text comes first, and a text shares all of itself', () => {
  const words = fc.array(fc.constantFrom('trade', 'port', 'grew', 'by', 'ten', 'Каспий', 'yük'), {
    minLength: 35,
    maxLength: 120,
  })
  fc.assert(
    fc.property(words, words, (a, b) => {
      expect(shared(a.join(' '), b.join(' '))).toBe(shared(b.join(' '), a.join(' ')))
      expect(shared(a.join(' '), a.join(', '))).toBe(1)
    }),
  )
})

test('sketches of one story share most hashes, those of two stories none', () => {
  const common = (a: string, b: string) => {
    const of = new Set(sketchOf(b).hashes)
    return sketchOf(a).hashes.filter((h) => of.has(h)).length
  }
  expect(common(story, carriedStory)).toBeGreaterThan(30)
  expect(common(story, other)).toBe(0)
})

test('a megabyte of one word, of one line and of digits is sketched in one pass', () => {
  const started = performance.now()
  for (const text of ['word '.repeat(200_000), 'x'.repeat(1_000_000), '1 '.repeat(500_000)]) sketchOf(text)
  expect(performance.now() - started).toBeLessThan(15_000)
})
