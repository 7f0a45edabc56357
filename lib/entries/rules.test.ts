import { describe, expect, it } from 'vitest'
import { anchorOf, numberFault, stepFault } from './rules'

const billion = { value: '1000000000', valueTo: null, unitMult: 9, decimals: 0, qualifier: 'exact' as const }

describe('the gate of publication', () => {
  it('lets a figure pass that one of its quotes states', () => {
    expect(
      numberFault(billion, 'USD', 'level', [
        'no number here',
        'the volume of trade to one billion dollars in the near future',
      ]),
    ).toBeNull()
  })
  it('lets a page reference pass, which has no quote to hold the number', () => {
    expect(numberFault(billion, 'USD', 'level', [])).toBeNull()
  })
  it('names the numbers that the quote does hold', () => {
    expect(numberFault(billion, 'USD', 'level', ['the problems of a $8 million debt'])).toMatchObject({
      code: 'numberNotInQuote',
      values: { found: expect.stringContaining('8 million') },
    })
  })
  it('refuses an exact claim from a limited number', () => {
    const twenty = { value: '20', valueTo: null, unitMult: 0, decimals: 0, qualifier: 'exact' as const }
    expect(numberFault(twenty, 'COUNT', 'level', ['We are about to sign more than 20 documents.'])?.code).toBe(
      'qualifierNotInQuote',
    )
    expect(
      numberFault({ ...twenty, qualifier: 'more_than' }, 'COUNT', 'level', [
        'We are about to sign more than 20 documents.',
      ]),
    ).toBeNull()
  })
  it('says when a quote holds no number at all', () => {
    expect(numberFault(billion, 'USD', 'level', ['cooperation of strategic nature'])?.code).toBe('noNumberInQuote')
  })
})

describe('the place of a quote in a stored text', () => {
  const text = 'Growth 🚀 was 5 %. Growth was 5 %.'
  it('is counted in UTF-16, as W3C selectors are', () => {
    expect(anchorOf(text, 'was 5 %', 10)).toEqual({ startsAt: 10, endsAt: 17 })
  })
  it('is never guessed where the words stand twice', () => {
    expect(anchorOf(text, 'was 5 %', null)).toMatchObject({ code: 'quoteTwiceInText' })
  })
  it('is refused where other words stand', () => {
    expect(anchorOf(text, 'was 5 %', 9)).toMatchObject({ code: 'quoteNotAtPlace' })
    expect(anchorOf(text, 'was 6 %', null)).toMatchObject({ code: 'quoteNotInText' })
  })
})

describe('a step', () => {
  it('fits what it is a step of', () => {
    expect(stepFault('agreement', 'ratified')).toBeNull()
    expect(stepFault('target', 'restated')).toBeNull()
    expect(stepFault('commitment', 'ratified')).toMatchObject({ code: 'stepDoesNotFit' })
  })
})
