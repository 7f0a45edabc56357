import { describe, expect, it } from 'vitest'
import type { Fields } from '@/lib/action/fields'
import type { EntryInput } from '../schema'
import { differingFields, toFields } from './fields/rules'
import { amountText, periodTexts } from './figures/rules'
import { besideRows, entityTexts, rowsIn, toEntryInput } from './rules'
import { warningsOf } from './warnings/rules'

const known = {
  meanings: new Map([
    ['Kazakhstan', ['kaz']],
    ['kaz', ['kaz']],
    ['Azerbaijan–Kazakhstan', ['aze-kaz']],
    ['Congo', ['cod', 'cog']],
    ['Nowhere', []],
  ]),
  units: new Map([
    ['trade-turnover', 'USD'],
    ['corridor-cargo', 'T'],
  ]),
}
const observation: Fields = {
  kind: 'observation',
  'series.indicator': 'trade-turnover',
  'series.about': 'Azerbaijan–Kazakhstan',
  'series.reporter': 'Kazakhstan',
  'series.measure': 'level',
  'series.unit': '',
  quantity: '1.2 bn',
  period: '2022',
  basis: 'office',
  requestKey: 'form-0001',
  'evidence.0.source': '#7 Akorda: Trade',
  'evidence.0.quote': ' 1.2 billion dollars ',
}
const read = (fields: Fields) => {
  const found = toEntryInput(fields, known)
  if (!found.ok) throw new Error(JSON.stringify(found.faults))
  return found.input
}
const faultsOf = (fields: Fields) => {
  const found = toEntryInput(fields, known)
  return found.ok ? {} : Object.fromEntries(found.faults.map((f) => [f.field, f.code]))
}
const figureOf = (fields: Fields) => {
  const input = read(fields)
  if (input.kind !== 'observation') throw new Error(input.kind)
  return input
}

describe('a figure as it is typed', () => {
  it.each([
    ['1.2 bn', 9, 1],
    ['1,200,000,000', 0, 0],
    ['1200 million', 6, 0],
  ])('%s is the same amount, and how it was written is kept', (quantity, unitMult, decimals) => {
    expect(figureOf({ ...observation, quantity }).quantity).toEqual({
      value: '1200000000',
      valueTo: null,
      unitMult,
      decimals,
      qualifier: 'exact',
    })
  })
  it('keeps twenty digits', () => {
    expect(figureOf({ ...observation, quantity: '12345678901234567890' }).quantity.value).toBe('12345678901234567890')
  })
  it('takes the qualifier from the text unless one is chosen', () => {
    expect(figureOf({ ...observation, quantity: 'about $529.4 m' }).quantity.qualifier).toBe('about')
    expect(figureOf({ ...observation, quantity: '529 m', qualifier: 'more_than' }).quantity.qualifier).toBe('more_than')
  })
  it('is counted in the unit chosen, else the one in the text, else the indicator’s', () => {
    expect(figureOf(observation).series.unit).toBe('USD')
    expect(figureOf({ ...observation, quantity: '€5 m' }).series.unit).toBe('EUR')
    expect(figureOf({ ...observation, 'series.measure': 'change', quantity: '×3' }).series.unit).toBe('TIMES')
    expect(figureOf({ ...observation, 'series.measure': 'change', quantity: '14' }).series.unit).toBe('PCT')
  })
  it.each([
    ['abc', 'quantityNotANumber'],
    ['1,2,3', 'quantityGroups'],
    ['NaN', 'quantityNotFinite'],
    ['1'.repeat(40), 'quantityTooManyDigits'],
    ['5 tonnes', 'wrongUnit'],
    ['', 'quantityEmpty'],
  ])('%j is refused beside the amount, and nothing else is', (quantity, code) => {
    expect(faultsOf({ ...observation, quantity })).toEqual({ quantity: code })
  })
  it('is refused where its text names another unit than the one chosen', () => {
    expect(faultsOf({ ...observation, quantity: '€5 m', 'series.unit': 'USD' })).toEqual({ quantity: 'otherUnit' })
  })
})

describe('a form', () => {
  it('reads a period of words as words, without a date', () => {
    expect(read({ ...observation, period: 'in recent years' }).period).toEqual({
      starts: null,
      ends: null,
      words: 'in recent years',
    })
  })
  it('keeps the source’s words beside dates', () => {
    expect(read({ ...observation, periodWords: 'last year' }).period).toEqual({
      starts: '2022-01-01',
      ends: '2023-01-01',
      words: 'last year',
    })
  })
  it('names every field at fault at once', () => {
    expect(
      faultsOf({ kind: 'observation', quantity: 'abc', period: 'Q5 2022', 'series.about': 'Nowhere' }),
    ).toMatchObject({
      quantity: 'quantityNotANumber',
      period: 'periodQuarter',
      'series.about': 'unknownEntity',
      'series.indicator': 'required',
      basis: 'required',
    })
  })
  it('asks which one is meant where a name is shared', () => {
    expect(faultsOf({ ...observation, 'series.reporter': 'Congo' })).toEqual({ 'series.reporter': 'ambiguousEntity' })
  })
  it('leaves empty pieces of evidence out, and puts a fault beside the row that was shown', () => {
    const fields = { ...observation, 'evidence.1.source': ' ', 'evidence.3.source': 'Akorda', 'evidence.3.quote': 'x' }
    expect(faultsOf(fields)).toEqual({ 'evidence.3.source': 'pickSource' })
    const found = toEntryInput({ ...fields, 'evidence.3.source': '#9 Trend' }, known)
    if (!found.ok) throw new Error('refused')
    expect(found.input.evidence?.map((e) => e.source)).toEqual([7, 9])
    expect(besideRows([{ field: 'evidence.1.quote', code: 'quoteNotInText' }], found.rows)).toEqual([
      { field: 'evidence.3.quote', code: 'quoteNotInText' },
    ])
  })
  it('describes a new source on the way', () => {
    const { 'evidence.0.source': _, ...rest } = observation
    const fields = { ...rest, 'evidence.0.new.title': 'Trade grows', 'evidence.0.new.accessedOn': '2026-11-22' }
    expect(faultsOf(fields)).toEqual({ 'evidence.0.new.publisher': 'required' })
    const found = toEntryInput({ ...fields, 'evidence.0.new.publisher': 'Kazakhstan' }, known)
    if (!found.ok) throw new Error(JSON.stringify(found.faults))
    expect(found.newSources).toMatchObject([{ row: 0, place: 0, input: { title: 'Trade grows', publisher: 'kaz' } }])
  })
  it('asks for the source of a quote', () => {
    expect(faultsOf({ ...observation, 'evidence.0.source': '' })).toEqual({ 'evidence.0.source': 'required' })
  })
  it('says which rule a text of a megabyte breaks', () => {
    const event = { kind: 'event', code: 'CONSULT', about: 'kaz', theme: 'political', period: '24 Aug 2022' }
    expect(faultsOf({ ...event, title: 'x'.repeat(1_000_000) })).toEqual({ title: 'tooLong' })
  })
  it('looks up every name once', () => {
    expect(
      entityTexts({ ...observation, 'parties.0.entity': 'kaz', 'evidence.0.speaker': 'kaz', note: 'kaz' }),
    ).toEqual(['Azerbaijan–Kazakhstan', 'Kazakhstan', 'kaz'])
  })
  it('finds its rows by their names', () => {
    expect(rowsIn({ 'evidence.2.quote': '', 'evidence.0.source': '', 'parties.1.role': '' }, 'evidence')).toEqual([
      0, 2,
    ])
  })
})

const names = {
  entity: (slug: string) => (slug === 'aze-kaz' ? 'Azerbaijan–Kazakhstan' : slug === 'kaz' ? 'Kazakhstan' : slug),
  source: (id: number) => `#${id} Somewhere`,
  promise: (root: number) => `#${root} Somebody`,
}
const evidence = [
  {
    source: 7,
    quote: 'tripled',
    startsAt: null,
    locator: '¶ 3',
    speaker: 'kaz',
    speakerAs: 'President',
    saidOn: '2022-08-24',
  },
]
const common = { note: 'why', internal: true, evidence, requestKey: null }
const figure = {
  series: {
    indicator: 'trade-turnover',
    about: 'aze-kaz',
    reporter: null,
    origin: 'kaz',
    measure: 'change',
    unit: 'TIMES',
    scope: 'by rail',
  },
  quantity: { value: '3', valueTo: null, unitMult: 0, decimals: 0, qualifier: 'exact' },
  base: { starts: '2020-01-01', ends: '2021-01-01', words: null },
} as const
const parties = [{ entity: 'kaz', role: 'signatory' as const }]
const words = { about: 'aze-kaz', theme: 'trade', title: 'Ten <b>documents</b> 📄', parties } as const

describe('a stored version opened in its form and saved again', () => {
  it.each<EntryInput>([
    {
      kind: 'observation',
      ...common,
      ...figure,
      period: { starts: null, ends: null, words: 'in recent years' },
      obsStatus: 'U',
      rank: 'preferred',
      basis: 'official',
    },
    {
      kind: 'target',
      ...common,
      ...figure,
      period: { starts: null, ends: '2031-01-01', words: 'by 2030' },
      base: null,
    },
    { kind: 'commitment', ...common, ...words, code: 'pledge', period: { starts: null, ends: null, words: 'soon' } },
    {
      kind: 'agreement',
      ...common,
      ...words,
      code: 'roadmap',
      otherTitles: ['Programme', 'Plan'],
      period: { starts: '2022-01-01', ends: '2027-01-01', words: null },
    },
    {
      kind: 'stage',
      ...common,
      code: 'signed',
      of: 12,
      parties,
      period: { starts: '2022-08-24', ends: '2022-08-25', words: null },
    },
    {
      kind: 'event',
      ...common,
      ...words,
      code: 'CONSULT',
      place: 'kaz',
      period: { starts: '2022-08-24', ends: '2022-08-25', words: null },
    },
    {
      kind: 'statement',
      ...common,
      ...words,
      code: 'expect',
      period: { starts: '2022-08-01', ends: '2022-09-01', words: 'late August' },
    },
  ])('stays what it was: $kind', (input) => {
    const found = toEntryInput(toFields(input, names), known)
    if (!found.ok) throw new Error(JSON.stringify(found.faults))
    expect(found.input).toEqual(input)
  })
  it.each([
    ['529400000', null, 6, 1, 'about', 'USD'],
    ['28', '32', 0, 0, 'exact', 'D'],
    ['12345678901234567890', null, 0, 0, 'exact', 'USD'],
    ['1200000000', null, 9, 2, 'up_to', 'KZT'],
    ['4484000', null, 6, 3, 'more_than', 'T'],
    ['-17.3', null, 0, 1, 'exact', 'PCT'],
    ['20', null, 0, 0, 'more_than', 'COUNT'],
    ['284000000000', null, 7, 0, 'about', 'USD'],
    ['1650000', null, 5, 1, 'at_least', 'COUNT'],
  ] as const)(
    'writes %s (to %s) × 10^%s as a text that reads back to it',
    (value, valueTo, unitMult, decimals, qualifier, unit) => {
      const quantity = { value, valueTo, unitMult, decimals, qualifier }
      const text = amountText(quantity, unit, unit === 'PCT' ? 'change' : 'level')
      const fields = { ...observation, quantity: text, 'series.unit': unit }
      expect(figureOf(fields).quantity).toEqual(quantity)
    },
  )
  it('writes words of an open period once', () => {
    expect(periodTexts({ starts: null, ends: null, words: 'in 3 to 5 years' })).toEqual({
      text: '',
      words: 'in 3 to 5 years',
    })
  })
})

it('two fillings differ in what was typed, not in blanks or in what the form keeps for itself', () => {
  const mine = { ...observation, note: 'mine ', revision: '1', requestKey: 'form-0002' }
  const theirs = { ...observation, note: 'theirs', revision: '2', title: '' }
  expect(differingFields(theirs, mine)).toEqual(['note'])
  expect(differingFields(theirs, { ...mine, note: ' theirs' })).toEqual([])
})

describe('what stands already', () => {
  const quantity = { value: '463300000', valueTo: null, unitMult: 6, decimals: 1, qualifier: 'exact' } as const
  const period = { starts: '2022-01-01', ends: '2023-01-01', words: null }
  const typed = { kind: 'observation', quantity, period, baseStarts: null, rank: 'normal' } as const
  const stored = {
    rootId: 9,
    kind: 'observation',
    starts: '2022-01-01',
    ends: '2023-01-01',
    words: null,
    quantity,
    rank: 'normal',
    obsStatus: 'A',
    baseStarts: null,
  } as const
  const codes = (other: object, own: number | null = null, figure: object = {}) =>
    warningsOf({ ...typed, ...figure }, [{ ...stored, ...other }], own).map((w) => w.code)

  it('is named when it is the same figure', () => expect(codes({})).toEqual(['sameFigure']))
  it('is named when both cannot be true', () =>
    expect(codes({ quantity: { ...quantity, value: '461900000' } })).toEqual(['conflicts']))
  it('is shown when it differs without contradiction', () =>
    expect(codes({ quantity: { ...quantity, qualifier: 'about' } })).toEqual(['differs']))
  it('is silent about another period, another base, another kind and the entry itself', () => {
    expect(codes({ starts: '2021-01-01', ends: '2022-01-01' })).toEqual([])
    expect(codes({ baseStarts: '2020-01-01' })).toEqual([])
    expect(codes({ kind: 'target' })).toEqual([])
    expect(codes({}, 9)).toEqual([])
  })
  it('says that another one is preferred', () =>
    expect(
      codes({ rank: 'preferred', quantity: { ...quantity, value: '461900000' } }, null, { rank: 'preferred' }),
    ).toEqual(['preferredExists', 'conflicts']))
})
