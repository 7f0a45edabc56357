import { describe, expect, test } from 'vitest'
import { extract } from '@/lib/extraction/extract'
import { repeatedBy, storable } from './rules'

const options = { date: '2024-03-11', pair: ['AZE', 'KAZ'] as [string, string], language: 'en' }
const text = `Trade turnover between Kazakhstan and Azerbaijan reached $529.7 million in 2023.

Trade turnover between Kazakhstan and Azerbaijan was about $530 million in 2023.`
const found = extract(text, options).candidates
const level = found.findIndex((c) => c.value === '529.7')
const rounding = found.findIndex((c) => c.value === '530')

describe('what is kept of an article', () => {
  test('keeps a rounding linked to the figure that it rounds', () => {
    expect(found[rounding]!.sameAs).toBe(level)
    const kept = storable(found).map((record, i) => ({ id: i + 10, byHand: false, record }))
    // As the screen has them: in the order of the text, with what a person marked between.
    const shown = [{ id: 99, byHand: true, record: kept[rounding]!.record }, ...kept]
    expect(repeatedBy(kept[rounding]!, shown)).toBe(kept[level])
    expect(repeatedBy(kept[level]!, shown)).toBeNull()
  })

  test('counts links anew when something before them cannot be stored', () => {
    const tooLong = { ...found[level]!, quote: 'x'.repeat(3000) }
    const kept = storable([tooLong, ...found.map((c) => ({ ...c, sameAs: c.sameAs === null ? null : c.sameAs + 1 }))])
    expect(kept.map((c) => c.sameAs)).toEqual(found.map((c) => c.sameAs))
  })

  test('links to nothing when what was said before cannot be stored', () => {
    const kept = storable(found.map((c, i) => (i === level ? { ...c, quote: 'x'.repeat(3000) } : c)))
    expect(kept.find((c) => c.value === '530')!.sameAs).toBeNull()
  })
})
