import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '@/lib/errors/refusal'
import faults from '@/lib/i18n/en/faults.json'
import { isChartFormat, toChartRequest } from './request'

const ask = (query: string) => toChartRequest(new URLSearchParams(query))

function refusal(query: string): Refusal {
  try {
    ask(query)
  } catch (error) {
    if (error instanceof Refusal) return error
  }
  throw new Error(`${query} was not refused`)
}

test('an address without parameters asks for the level, 1000 × 500, light, English', () => {
  expect(ask('')).toEqual({
    from: null,
    to: null,
    reporter: null,
    known: null,
    edition: null,
    measure: 'level',
    width: 1000,
    height: 500,
    scale: 1,
    theme: 'light',
    lang: 'en',
  })
})

test('a year means all of it', () => {
  expect(ask('from=2016&to=2024')).toMatchObject({ from: '2016-01-01', to: '2025-01-01' })
})

test.each([
  ['width=0', 'width', 'tooSmall'],
  ['width=9999', 'width', 'tooLarge'],
  ['width=12px', 'width', 'notAWholeNumber'],
  ['height=149', 'height', 'tooSmall'],
  ['scale=100', 'scale', 'tooLarge'],
  ['scale=NaN', 'scale', 'notANumber'],
  ['width=4000&height=3000&scale=2', 'scale', 'tooManyPixels'],
  ['known=nonsense', 'known', 'notADay'],
  ['known=2023-02-30', 'known', 'notADay'],
  ['from=20x', 'from', 'notAYearOrDay'],
  ['from=2024&to=2016', 'from', 'fromAfterTo'],
  ['from=2024-05-01&to=2024-05-01', 'from', 'fromAfterTo'],
  ['theme=pink', 'theme', 'notOneOf'],
  ['lang=xx', 'lang', 'notOneOf'],
  ['measure=both', 'measure', 'notOneOf'],
  ['reporter=../etc', 'reporter', 'slug'],
])('%s is refused, naming the parameter and the rule', (query, field, code) => {
  const { code: refused, faults: found } = refusal(query)
  expect(refused).toBe('invalid')
  expect(found).toHaveLength(1)
  expect(found[0]).toMatchObject({ field, code, values: { value: new URLSearchParams(query).get(field) } })
  expect(Object.keys(faults)).toContain(code)
})

test('every fault is named, not only the first', () => {
  expect(refusal('width=0&known=nonsense').faults.map(({ field }) => field)).toEqual(['known', 'width'])
})

test('whatever is asked is answered or refused, never anything else', () => {
  const names = fc.constantFrom('from', 'to', 'known', 'width', 'height', 'scale', 'theme', 'lang', 'reporter')
  fc.assert(
    fc.property(fc.array(fc.tuple(names, fc.string())), (pairs) => {
      try {
        const { width, height, scale } = toChartRequest(new URLSearchParams(pairs))
        expect(width * height * scale ** 2).toBeLessThanOrEqual(16_000_000)
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal)
      }
    }),
  )
})

test('names that every object has are no formats', () => {
  expect(isChartFormat('png')).toBe(true)
  expect(isChartFormat('toString')).toBe(false)
})
