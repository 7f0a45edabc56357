import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { relationsIn } from './rules'

const aze = { slug: 'aze', names: ['Azerbaijan', 'Азербайджан', 'Azərbaycan'] }
const kaz = { slug: 'kaz', names: ['Kazakhstan', 'Казахстан', 'Қазақстан', 'Qazaxıstan'] }
const geo = { slug: 'geo', names: ['Georgia', 'Грузия', 'Gürcüstan'] }
const relations = [
  { id: 1, slug: 'aze-kaz', names: ['Azerbaijan–Kazakhstan'], members: [aze, kaz] },
  { id: 2, slug: 'aze-geo', names: ['Azerbaijan–Georgia'], members: [aze, geo] },
  {
    id: 3,
    slug: 'ner-nga',
    names: [],
    members: [
      { slug: 'ner', names: ['Niger'] },
      { slug: 'nga', names: ['Nigeria'] },
    ],
  },
]
const slugs = (text: string) => relationsIn(text, relations).map(({ slug }) => slug)

describe('a text is about a relation', () => {
  test.each([
    ['Azerbaijan and Kazakhstan', ['aze-kaz']],
    ["Kazakhstan's exports; an Azerbaijani company", ['aze-kaz']],
    ['Товарооборот Казахстана с Азербайджаном вырос', ['aze-kaz']],
    ['Премьер-министр Грузии посетил Азербайджан', ['aze-geo']],
    ['Azərbaycan və Qazaxıstanın ticarəti', ['aze-kaz']],
    ['AZERBAIJAN–KAZAKHSTAN TRADE', ['aze-kaz']],
  ])('when it names both countries: %s', (text, found) => expect(slugs(text)).toEqual(found))

  test('not when it names one of them', () => {
    expect(slugs('Kazakhstan exports grain')).toEqual([])
    expect(slugs('Nigeria and the Nigerians')).toEqual([])
    expect(slugs('Niger and Nigeria')).toEqual(['ner-nga'])
  })

  test('and most about the one it names most', () => {
    expect(slugs('Azerbaijan, Georgia. Georgia and Azerbaijan. Kazakhstan.')).toEqual(['aze-geo', 'aze-kaz'])
  })
})

test('a megabyte of hostile text is read in one pass', () => {
  const started = performance.now()
  relationsIn('azerbaijan'.repeat(100_000), relations)
  relationsIn('Azerbaijan '.repeat(90_000), relations)
  expect(performance.now() - started).toBeLessThan(5000)
})

test('no text is too strange', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Array.isArray(relationsIn(text, relations))))
})
