import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { admit, mergeSuggested } from './admit'

const text = `BAKU, August 24. Trade between Azerbaijan and Kazakhstan reached $529.4 million in January-July 2022, the State Customs Committee said.
Turnover has practically tripled in recent years, President Tokayev noted. Exports fell by 47.9 percent in 2021.
The sides agreed to bring trade to $1 billion in the near future. More than 20 documents will be signed.
"We are friends," he said. "We are friends," he repeated. Delivery takes 28-32 days. The plant has 1,500 beds.`
const date = '2022-08-24'

const level = {
  quote: 'Trade between Azerbaijan and Kazakhstan reached $529.4 million in January-July 2022',
  kind: 'observation',
  value: '529.4',
  unitMult: 6,
  unit: 'USD',
  qualifier: 'exact',
  periodWords: 'January-July 2022',
  family: 'trade.turnover',
  about: ['Azerbaijan', 'Kazakhstan'],
  reporterWords: 'State Customs Committee',
}
const one = (said: object) => {
  const { admitted, dropped } = admit(text, [said], date)
  return admitted[0] ?? Object.keys(dropped)[0]
}

describe('what the text says to the letter', () => {
  test('is admitted, with places that hold exactly the quote and the number', () => {
    const { admitted, dropped } = admit(text, [level], date)
    expect(dropped).toEqual({})
    const [it] = admitted
    expect(text.slice(it!.start, it!.end)).toBe(level.quote)
    expect(text.slice(it!.numberStart!, it!.numberEnd!)).toBe('$529.4 million')
    expect(it).toMatchObject({
      value: '529.4',
      unitMult: 6,
      decimals: 1,
      unit: 'USD',
      period: '2022-01-01/2022-07-31',
      periodWords: 'January-July 2022',
      reporterWords: 'State Customs Committee',
      rule: 'model',
      doubts: [],
    })
  })

  test.each([
    [
      { quote: 'practically tripled in recent years', kind: 'multiple', value: 3, unit: 'times', qualifier: 'about' },
      '3',
    ],
    [{ quote: 'Exports fell by 47.9 percent in 2021', kind: 'growth', value: '-47.9', unit: 'percent' }, '-47.9'],
    [
      { quote: 'bring trade to $1 billion in the near future', kind: 'target', value: '1', unitMult: 9, unit: 'USD' },
      '1',
    ],
    [
      {
        quote: 'More than 20 documents will be signed',
        kind: 'agreement-count',
        value: '20',
        unit: 'count',
        qualifier: 'more_than',
      },
      '20',
    ],
    [{ quote: 'Delivery takes 28-32 days', kind: 'observation', value: '28', valueTo: '32', unit: 'days' }, '28'],
    [{ quote: 'The plant has 1,500 beds', kind: 'observation', value: '1500', unit: 'count' }, '1500'],
    [
      {
        quote: 'The sides agreed to bring trade to $1 billion',
        kind: 'commitment',
        title: 'bring trade to $1 billion',
      },
      null,
    ],
  ])('also as %o', (said, value) => {
    expect(one(said)).toMatchObject({ value, rule: 'model' })
  })

  test('is at the place nearest to the one that was named, where words stand twice', () => {
    const said = { quote: '"We are friends,"', kind: 'event' }
    const second = text.lastIndexOf('"We are friends,"')
    expect(one(said)).toBe('place')
    expect(one({ ...said, start: second - 3 })).toMatchObject({ start: second })
    expect(one({ ...said, start: 0 })).toMatchObject({ start: text.indexOf('"We are friends,"') })
  })
})

describe('what the text does not say', () => {
  test.each<[string, object]>([
    ['quote', { ...level, quote: 'Trade reached $529.4 million' }],
    ['quote', { ...level, quote: level.quote.toLowerCase() }],
    ['value', { ...level, value: '529.5' }],
    ['value', { ...level, unitMult: 9 }],
    ['value', { ...level, value: '-529.4' }],
    ['value', { ...level, valueTo: '600' }],
    ['unit', { ...level, unit: 'EUR' }],
    ['unit', { ...level, unit: 'apples' }],
    ['unit', { ...level, unit: null }],
    ['unit', { quote: 'The plant has 1,500 beds', kind: 'observation', value: '1500', unit: 'USD' }],
    ['qualifier', { ...level, qualifier: 'more_than' }],
    ['qualifier', { ...level, qualifier: 'perhaps' }],
    ['qualifier', { quote: 'More than 20 documents', kind: 'agreement-count', value: '20', unit: 'count' }],
    ['value', { quote: 'Exports fell by 47.9 percent', kind: 'growth', value: '47.9', unit: 'percent' }],
    ['number', { quote: 'BAKU, August 24', kind: 'observation', value: '24', unit: 'count' }],
    ['number', { quote: 'in recent years', kind: 'observation', value: '3', unit: 'times' }],
    ['kind', { ...level, kind: 'prophecy' }],
    ['shape', { ...level, value: '5e8' }],
    ['shape', { ...level, value: 'about 529.4' }],
    ['shape', { ...level, value: null }],
    ['shape', { ...level, value: '9'.repeat(29), unitMult: 15 }],
    ['shape', { ...level, quote: '' }],
    ['shape', { ...level, quote: 'x'.repeat(2000) }],
    ['shape', { ...level, unitMult: 1.5 }],
  ])('is dropped by its %s: %o', (reason, said) => {
    expect(one(said)).toBe(reason)
  })

  test.each([null, 5, 'x', [], {}, { kind: 'observation' }])('is dropped where it is no suggestion: %o', (said) => {
    expect(one(said as object)).toBe('shape')
  })

  test('of names and times is left out, and the rest stands', () => {
    const invented = {
      periodWords: 'in 2019',
      speaker: 'President Macron',
      speakerAs: 'king',
      reporterWords: 'Eurostat',
      about: ['Georgia', 'Azerbaijan'],
      origin: 'France',
    }
    expect(one({ ...level, ...invented })).toMatchObject({
      period: null,
      periodWords: null,
      doubts: ['periodUnknown'],
      speaker: null,
      speakerAs: null,
      reporterWords: null,
      about: ['Azerbaijan'],
      origin: null,
    })
  })

  test('about when, in words from far away in the text, is left out; from the next sentence it is a doubt', () => {
    expect(one({ ...level, periodWords: 'August 24' })).toMatchObject({
      periodWords: 'August 24',
      doubts: ['periodInherited'],
    })
    const far = `In 2019 it rained. ${'Nothing else happened. '.repeat(30)}${level.quote}.`
    expect(admit(far, [{ ...level, periodWords: '2019' }], date).admitted[0]).toMatchObject({
      period: null,
      periodWords: null,
    })
  })

  test('is counted by reason, each once', () => {
    const lies = [level, level, { ...level, value: '1' }, { ...level, value: '2' }, { ...level, kind: 'x' }, null]
    expect(admit(text, lies, date)).toMatchObject({ dropped: { repeated: 1, value: 2, kind: 1, shape: 1 } })
    expect(admit(text, new Array(300).fill(null), date).dropped).toEqual({ shape: 200, tooMany: 100 })
  })
})

test('whatever is suggested, what is admitted stands in the text to the letter', () => {
  const words = fc.constantFrom(...text.split(/(?<=[.,]) /), level.quote, 'invented words', '')
  const said = fc.record({
    quote: words,
    kind: fc.constantFrom('observation', 'target', 'growth', 'event', 'commitment', 'other'),
    value: fc.option(fc.constantFrom('529.4', '1', '20', '47.9', '-47.9', '1500', '24', 'x')),
    unitMult: fc.constantFrom(0, 6, 9),
    unit: fc.option(fc.constantFrom('USD', 'percent', 'count', 'days', 'EUR')),
    qualifier: fc.constantFrom('exact', 'about', 'more_than'),
    periodWords: fc.option(words),
    speaker: fc.option(words),
    start: fc.option(fc.nat(500)),
  })
  fc.assert(
    fc.property(fc.array(said), (all) => {
      const { admitted, dropped } = admit(text, all, date)
      expect(admitted.length + Object.values(dropped).reduce((a, b) => a + b, 0)).toBe(all.length)
      for (const it of admitted) {
        expect(it.quote).toBe(text.slice(it.start, it.end))
        if (it.value === null) expect(it.numberStart).toBeNull()
        else expect(it.start <= it.numberStart! && it.numberEnd! <= it.end).toBe(true)
        for (const kept of [it.periodWords, it.speaker]) if (kept !== null) expect(text).toContain(kept)
      }
    }),
  )
})

test('a number that was found already is not suggested again, whatever is said of it', () => {
  const [found] = admit(text, [level], date).admitted
  const again = admit(text, [{ ...level, quote: 'reached $529.4 million', kind: 'target' }], date).admitted
  const event = admit(text, [{ quote: 'Trade between Azerbaijan', kind: 'event' }], date).admitted
  expect(mergeSuggested([found!], [...again, ...event])).toEqual({ fresh: event, known: 1 })
  expect(mergeSuggested([], again)).toEqual({ fresh: again, known: 0 })
})
