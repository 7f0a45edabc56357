import { describe, expect, test } from 'vitest'
import { blankCandidate, type Candidate } from '@/lib/extraction/schema'
import { indicators } from '@/prisma/sample/indicators'
import { periodOf, suggest, type World } from './rules'

const record = (extra: Partial<Candidate>): Candidate => ({
  ...blankCandidate(),
  start: 0,
  end: 10,
  quote: 'the volume of trade has practically tripled in recent years',
  kind: 'observation',
  rule: 'level',
  confidence: 0.9,
  ...extra,
})
const kinds = {
  'aze-kaz': 'relation',
  aze: 'country',
  kaz: 'country',
  'middle-corridor': 'corridor',
  'kassym-jomart-tokayev': 'person',
} as const
const names: Record<string, string> = {
  'aze-kaz': 'Azerbaijan–Kazakhstan',
  aze: 'Azerbaijan',
  kaz: 'Kazakhstan',
  'middle-corridor': 'Middle Corridor',
  'kassym-jomart-tokayev': 'Kassym-Jomart Tokayev',
}
const world: World = {
  source: { id: 7, text: '#7 APA: They met', publishedOn: '2022-08-24' },
  relation: { slug: 'aze-kaz', members: ['aze', 'kaz'] },
  meanings: new Map(Object.entries(names).map(([slug, name]) => [name, [slug]])),
  kindOf: (slug) => kinds[slug as keyof typeof kinds] ?? null,
  name: (slug) => names[slug] ?? slug,
  indicators,
  lines: [
    { indicator: 'trade-turnover', about: 'aze-kaz', measure: 'level', unit: 'USD', figures: 9 },
    { indicator: 'corridor-cargo', about: 'middle-corridor', measure: 'level', unit: 'T', figures: 5 },
    { indicator: 'gdp', about: 'aze', measure: 'level', unit: 'USD', figures: 1 },
  ],
}
test('what an expert expects becomes a statement with its words, never a target', () => {
  const said = record({
    kind: 'target',
    value: '5',
    unitMult: 9,
    unit: 'USD',
    due: '2027',
    dueWords: 'by 2027',
    family: 'trade.turnover',
    speakerAs: 'economist',
    doubts: ['opinion'],
  })
  const { kind, fields, lacks } = suggest(said, world)
  expect([kind, fields.code, fields.quantity, lacks]).toEqual(['statement', 'expect', undefined, []])
  expect(fields.title).toMatch(/^The volume of trade/)
  expect(periodOf(said, kind, '2022-08-24')).toMatchObject({ starts: '2022-08-24', ends: '2022-08-25' })
  expect(suggest({ ...said, doubts: [] }, world).kind).toBe('target')
})

const fieldsOf = (extra: Partial<Candidate>) => suggest(record(extra), world).fields

describe('what an article states becomes the fields of a form', () => {
  test('“practically tripled in recent years” is a change in times of the turnover, with its words instead of dates', () => {
    const read = suggest(
      record({
        kind: 'multiple',
        value: '3',
        unit: 'times',
        qualifier: 'about',
        periodWords: 'in recent years',
        family: 'trade.turnover',
      }),
      world,
    )
    expect(read).toMatchObject({ kind: 'observation', lacks: [] })
    expect(read.fields).toMatchObject({
      'series.indicator': 'trade-turnover',
      'series.about': 'Azerbaijan–Kazakhstan',
      'series.measure': 'change',
      'series.unit': 'TIMES',
      quantity: 'about ×3',
      period: '',
      periodWords: 'in recent years',
      basis: 'other',
      'evidence.0.source': '#7 APA: They met',
      'evidence.0.startsAt': '0',
    })
  })

  test('“to one billion dollars in the near future” is a target without a date', () => {
    const fields = fieldsOf({
      kind: 'target',
      quote: 'increase the volume of trade between our countries to one billion dollars in the near future',
      value: '1',
      unitMult: 9,
      unit: 'USD',
      dueWords: 'in the near future',
      family: 'trade.turnover',
      speaker: 'Kassym-Jomart Tokayev',
      speakerAs: 'President of Kazakhstan',
    })
    expect(fields).toMatchObject({
      kind: 'target',
      'series.indicator': 'trade-turnover',
      'series.measure': 'level',
      quantity: '$1 bn',
      period: '',
      periodWords: 'in the near future',
      'evidence.0.speaker': 'Kassym-Jomart Tokayev',
      'evidence.0.speakerAs': 'President of Kazakhstan',
    })
  })

  test('documents that are announced are a target, those that were signed a value', () => {
    const count = {
      kind: 'agreement-count',
      quote: 'We are about to sign more than 20 documents.',
      value: '20',
      unit: 'count',
      qualifier: 'more_than',
      family: 'documents',
      period: '2022-08-24',
    } as const
    expect(suggest(record({ ...count, doubts: ['announced'] }), world)).toMatchObject({
      kind: 'target',
      fields: { 'series.indicator': 'documents-signed', quantity: 'more than 20', period: '24 Aug 2022' },
    })
    expect(suggest(record(count), world).kind).toBe('observation')
  })

  test('a country’s product goes to the country, cargo to the corridor', () => {
    expect(
      fieldsOf({
        quote: 'the gross domestic product increased by about 7.5 percent',
        kind: 'growth',
        value: '7.5',
        decimals: 1,
        unit: 'percent',
        family: 'economy',
        about: ['Azerbaijan'],
        period: '2022-Q1',
      }),
    ).toMatchObject({
      'series.indicator': 'gdp',
      'series.about': 'Azerbaijan',
      'series.measure': 'change',
      period: 'Q1 2022',
    })
    expect(
      fieldsOf({
        quote: 'the Middle Corridor carried 2.76 million tons of cargo',
        value: '2.76',
        decimals: 2,
        unitMult: 6,
        unit: 'tonnes',
        family: 'transport',
        about: ['Middle Corridor', 'Kazakhstan'],
        period: '2023',
      }),
    ).toMatchObject({
      'series.indicator': 'corridor-cargo',
      'series.about': 'Middle Corridor',
      quantity: '2.76 Mt',
      period: '2023',
    })
  })

  test('what is not clear stays empty and is named', () => {
    const unknown = suggest(record({ quote: 'the price of onions is 4 rupees', value: '4', unit: 'INR' }), world)
    expect(unknown.lacks.sort()).toEqual(['indicator', 'period', 'unit'])
    expect(unknown.fields['series.unit']).toBe('')
  })

  test('a value of a year that has not begun is a forecast', () => {
    expect(fieldsOf({ value: '5', unitMult: 6, unit: 'USD', family: 'trade.turnover', period: '2025' }).obsStatus).toBe(
      'F',
    )
  })

  test('an event without a day fell on the day of the article', () => {
    expect(fieldsOf({ kind: 'event', title: 'official visit of President Tokayev', code: 'CONSULT' })).toMatchObject({
      title: 'Official visit of President Tokayev',
      code: 'CONSULT',
      about: 'Azerbaijan–Kazakhstan',
      period: '24 Aug 2022',
      theme: 'political',
    })
  })
})

test.each([
  [
    { due: '2030', dueWords: 'by 2030' },
    { starts: null, ends: '2031-01-01', words: 'by 2030' },
  ],
  [{ due: '2022-08' }, { starts: null, ends: '2022-09-01', words: 'by 2022-08' }],
  [{}, { starts: null, ends: null, words: 'no date stated' }],
])('a target falls due at the end of what is named: %o', (extra, period) => {
  expect(periodOf(record({ kind: 'target', ...extra }), 'target', null)).toEqual(period)
})
