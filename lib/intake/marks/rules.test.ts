import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paragraphsOf, segmentsOf } from './rules'

test('marks that overlap are cut where they meet, the shorter one first', () => {
  const spans = [
    { id: 1, start: 0, end: 10 },
    { id: 2, start: 5, end: 8 },
    { id: 3, start: 7, end: 12 },
  ]
  expect(segmentsOf(0, 14, spans)).toEqual([
    { start: 0, end: 5, ids: [1] },
    { start: 5, end: 7, ids: [2, 1] },
    { start: 7, end: 8, ids: [2, 3, 1] },
    { start: 8, end: 10, ids: [3, 1] },
    { start: 10, end: 12, ids: [3] },
    { start: 12, end: 14, ids: [] },
  ])
})

test('a mark that runs over the end of a line is in both paragraphs', () => {
  const text = 'one two\n\nthree four'
  const marked = paragraphsOf(text, [{ id: 7, start: 4, end: 14 }])
  expect(marked.map(({ start }) => start)).toEqual([0, 9])
  expect(
    marked.map(({ segments }) => segments.filter((s) => s.ids.includes(7)).map((s) => text.slice(s.start, s.end))),
  ).toEqual([['two'], ['three']])
})

const spans = (length: number) =>
  fc.array(
    fc
      .tuple(fc.nat(length), fc.nat(length))
      .map(([a, b]) => ({ id: 0, start: Math.min(a, b), end: Math.max(a, b) + 1 })),
    { maxLength: 12 },
  )

test('no character is lost, doubled or moved, and each carries the marks it lies in', () => {
  fc.assert(
    fc.property(
      fc
        .string({ unit: fc.constantFrom('a', ' ', '\n', '😀'), maxLength: 60 })
        .chain((text) => fc.tuple(fc.constant(text), spans(text.length))),
      ([text, marks]) => {
        const numbered = marks.map((m, id) => ({ ...m, id }))
        const lines = text.split('\n').filter((line) => line.trim() !== '')
        const read = paragraphsOf(text, numbered)
        expect(read.map((p) => p.segments.map((s) => text.slice(s.start, s.end)).join(''))).toEqual(lines)
        for (const { segments } of read)
          for (const { start, end, ids } of segments)
            expect([...ids].sort()).toEqual(
              numbered
                .filter((m) => m.start < end && m.end > start && m.start <= start && m.end >= end)
                .map((m) => m.id)
                .sort(),
            )
      },
    ),
  )
})
