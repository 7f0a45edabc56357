import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Marked, numberPlaces, type Span, toExcerpts, toMarks, toSegments, wordsAround } from './rules'

const text = 'Trade tripled. It may reach a billion.'
const span = (number: number, from: number, to: number): Span => ({ number, from, to })

describe('a text is cut where spans begin and end', () => {
  test('without spans it is one piece', () => {
    expect(toSegments(text, [])).toEqual([{ text, numbers: [] }])
  })

  test('overlapping spans cover their common piece together, the earlier outside', () => {
    expect(toSegments('abcdef', [span(2, 2, 5), span(1, 0, 4)])).toEqual([
      { text: 'ab', numbers: [1] },
      { text: 'cd', numbers: [1, 2] },
      { text: 'e', numbers: [2] },
      { text: 'f', numbers: [] },
    ])
  })

  test('spans that touch do not cover each other', () => {
    expect(toSegments('abcd', [span(1, 0, 2), span(2, 2, 4)]).map((s) => s.numbers)).toEqual([[1], [2]])
  })

  test('what lies outside the text is cut off', () => {
    expect(toSegments('abc', [span(1, 2, 9), span(2, 5, 9)])).toEqual([
      { text: 'ab', numbers: [] },
      { text: 'c', numbers: [1] },
    ])
  })
})

const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 60 }))
const anySpans = fc
  .array(fc.tuple(fc.integer({ min: -3, max: 70 }), fc.integer({ min: 0, max: 30 })), { maxLength: 12 })
  .map((places) => places.map(([from, length], i) => span(i + 1, from, from + length)))

const wordsOf = (marked: readonly Marked[]): string =>
  marked.map((m) => (typeof m === 'string' ? m : wordsOf(m.inside))).join('')

/** What stands under marks of a number, in order. */
const under = (marked: readonly Marked[], number: number): string =>
  marked
    .map((m) => (typeof m === 'string' ? '' : m.number === number ? wordsOf(m.inside) : under(m.inside, number)))
    .join('')

describe('whatever is marked', () => {
  test('the pieces put together are the text', () => {
    fc.assert(
      fc.property(anyText, anySpans, (words, spans) => {
        const segments = toSegments(words, spans)
        expect(segments.map((s) => s.text).join('')).toBe(words)
        expect(wordsOf(toMarks(segments))).toBe(words)
      }),
    )
  })

  test('each span covers exactly its own stretch, and begins once', () => {
    fc.assert(
      fc.property(anyText, anySpans, (words, spans) => {
        const marks = toMarks(toSegments(words, spans))
        for (const s of spans) expect(under(marks, s.number)).toBe(words.slice(Math.max(0, s.from), Math.max(0, s.to)))
        const begun: number[] = []
        const walk = (all: readonly Marked[]) => {
          for (const m of all)
            if (typeof m !== 'string') {
              if (m.first) begun.push(m.number)
              walk(m.inside)
            }
        }
        walk(marks)
        expect(new Set(begun).size).toBe(begun.length)
      }),
    )
  })

  test('a span that crosses another goes on behind it', () => {
    expect(toMarks(toSegments('abcdef', [span(1, 0, 4), span(2, 2, 5)]))).toEqual([
      { number: 1, first: true, inside: ['ab', { number: 2, first: true, inside: ['cd'] }] },
      { number: 2, first: false, inside: ['e'] },
      'f',
    ])
  })
})

test('places are numbered as they are met, the same place once', () => {
  expect(
    numberPlaces([
      { from: 20, to: 30 },
      { from: 0, to: 5 },
      { from: 20, to: 30 },
      { from: 0, to: 9 },
    ]),
  ).toEqual([span(1, 0, 9), span(2, 0, 5), span(3, 20, 30)])
})

describe('of a text that may not be shown whole', () => {
  const words = (count: number, word: string) => Array.from({ length: count }, (_, i) => `${word}${i}`).join(' ')
  const long = `${words(30, 'a')} QUOTED WORDS ${words(30, 'b')} SECOND ${words(30, 'c')}`
  const at = (quote: string, number: number) => span(number, long.indexOf(quote), long.indexOf(quote) + quote.length)

  test('a quote is shown with a few words on either side', () => {
    const [first, second, ...rest] = toExcerpts(long, [at('QUOTED WORDS', 1), at('SECOND', 2)])
    expect(first!.text).toBe(
      `${words(30, 'a').split(' ').slice(-wordsAround).join(' ')} QUOTED WORDS ${words(wordsAround, 'b')}`,
    )
    expect(second!.spans).toHaveLength(1)
    expect(rest).toEqual([])
    expect([first!.startsText, second!.endsText]).toEqual([false, false])
  })

  test('quotes whose words meet share an excerpt', () => {
    const excerpts = toExcerpts(text, [span(1, 0, 14), span(2, 22, 38)])
    expect(excerpts).toHaveLength(1)
    expect(excerpts[0]).toMatchObject({ text, startsText: true, endsText: true })
  })

  test('every quote stands whole in its excerpt, and excerpts do not repeat each other', () => {
    fc.assert(
      fc.property(anyText, anySpans, (all, spans) => {
        const real = spans.filter((s) => s.from >= 0 && s.from < s.to && s.to <= all.length)
        const excerpts = toExcerpts(all, real)
        expect(excerpts.flatMap((e) => e.spans.map((s) => [s.number, e.text.slice(s.from, s.to)])).sort()).toEqual(
          real.map((s) => [s.number, all.slice(s.from, s.to)]).sort(),
        )
        expect(excerpts.map((e) => e.text.length).reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(all.length)
      }),
    )
  })
})
