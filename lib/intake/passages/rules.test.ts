import { expect, test } from 'vitest'
import { markedRecord } from '../candidates/rules'
import { toPassage } from './rules'

const text = 'A heading\nTrade reached $463.3 million in 2022, with 20 lorries a day.\nThe end'
const at = (quote: string) => text.indexOf(quote)
const mark = (quote: string, kind: 'observation' | 'event') => markedRecord(kind, quote, at(quote), [])
const wrong = {
  id: 3,
  title: 'They met',
  text,
  language: 'en',
  publishedOn: '2023-04-11',
  relation: 'aze-kaz',
  note: 'Not trade',
}

test('what was read wrongly leaves with its paragraph, what was accepted in it, and the note', () => {
  const accepted = [{ ...mark('Trade reached $463.3 million', 'observation'), period: '2022' }]
  expect(toPassage({ ...wrong, record: mark('20 lorries', 'observation'), accepted })).toEqual({
    name: 'They met (3)',
    language: 'en',
    date: '2023-04-11',
    pair: ['AZE', 'KAZ'],
    text: 'Trade reached $463.3 million in 2022, with 20 lorries a day.',
    expect: [
      {
        number: '$463.3 million',
        kind: 'observation',
        amount: '463300000',
        unit: 'USD',
        family: 'other',
        period: '2022',
      },
    ],
    reported: { number: '20', kind: 'observation', amount: '20', unit: null, family: 'other' },
    note: 'Not trade',
  })
})

test('words without a number leave as words', () => {
  expect(toPassage({ ...wrong, record: mark('The end', 'event'), accepted: [] })).toMatchObject({
    text: 'The end',
    expect: [],
    reported: { quote: 'The end', kind: 'event' },
  })
})
