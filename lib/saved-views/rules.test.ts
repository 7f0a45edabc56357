import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { frozenAt, movedPins, pageHref, readAddress, shownOf, unfrozen } from './rules'
import type { Pin } from './schema'

const moment = new Date('2026-11-28T09:30:00.123Z')

describe('an address', () => {
  test.each([
    ['/relations/aze-kaz', { relation: 'aze-kaz', page: '', settings: {} }],
    [
      '/relations/aze-kaz/indicators/trade-turnover?from=2016&reporter=kaz',
      { relation: 'aze-kaz', page: 'indicators/trade-turnover', settings: { from: '2016', reporter: 'kaz' } },
    ],
    ['/relations/aze-kaz/promises?theme=', { relation: 'aze-kaz', page: 'promises', settings: {} }],
  ])('“%s” names a page of a relation', (address, named) => {
    expect(readAddress(address)).toEqual(named)
  })

  test.each([
    'https://elsewhere.example/relations/aze-kaz',
    '//elsewhere.example',
    '/relations/',
    '/sources',
    '/relations/aze-kaz/../../desk',
    '/relations/aze-kaz?x[]=1',
    `/relations/aze-kaz?from=${'1'.repeat(61)}`,
    '',
  ])('“%s” names none', (address) => {
    expect(readAddress(address)).toBeNull()
  })

  test('is read as it was written', () => {
    const name = fc.stringMatching(/^[a-z]{1,20}$/)
    const value = fc.string({ minLength: 1, maxLength: 60, unit: 'binary-ascii' }).filter((v) => !v.includes('\0'))
    fc.assert(
      fc.property(fc.dictionary(name, value, { maxKeys: 12, noNullPrototype: true }), (settings) => {
        expect(readAddress(pageHref('aze-kaz', 'promises', settings))).toEqual({
          relation: 'aze-kaz',
          page: 'promises',
          settings,
        }) // prettier-ignore
      }),
    )
  })
})

describe('frozen settings', () => {
  test('stop both clocks, and keep a day that was asked for', () => {
    expect(frozenAt({ theme: 'trade' }, moment)).toEqual({
      theme: 'trade',
      known: '2026-11-28',
      edition: '2026-11-28T09:30:00.123Z',
    })
    expect(frozenAt({ known: '2023-06-01' }, moment).known).toBe('2023-06-01')
  })

  test('let go are what they were', () => {
    const each: Record<string, string>[] = [{}, { theme: 'trade' }, { known: '2023-06-01' }]
    for (const settings of each) expect(unfrozen(frozenAt(settings, moment))).toEqual(settings)
  })
})

describe('pins', () => {
  const pins: Pin[] = ['a', 'b', 'c'].map((key) => ({ kind: 'card', key }))
  const keys = (of: readonly Pin[]) => of.map((p) => p.key).join('')

  test('move by one place and stay at the ends', () => {
    expect(keys(movedPins(pins, 1, -1))).toBe('bac')
    expect(keys(movedPins(pins, 1, 1))).toBe('acb')
    expect(keys(movedPins(pins, 0, -1))).toBe('abc')
    expect(keys(movedPins(pins, 2, 1))).toBe('abc')
    expect(keys(movedPins(pins, 9, 1))).toBe('abc')
  })

  test('moved up and down again stand as before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 }), (place) => {
        expect(movedPins(movedPins(pins, place, -1), place - 1, 1)).toEqual(pins)
      }),
    )
  })

  test('show cards and charts in their order, say what is not there, and all where there are none', () => {
    const dashboard = {
      cards: [{ key: 'gdp', title: 'GDP' }],
      charts: [{ code: 'gdp', measure: 'level', title: 'GDP' }],
    } as unknown as Parameters<typeof shownOf>[0]
    const kinds = (of: readonly Pin[]) => shownOf(dashboard, of).map((s) => s.kind)
    expect(
      kinds([
        { kind: 'chart', key: 'gdp level' },
        { kind: 'card', key: 'gone' },
        { kind: 'card', key: 'gdp' },
      ]),
    ).toEqual(['chart', 'missing', 'card']) // prettier-ignore
    expect(kinds([])).toEqual(['card', 'chart'])
  })
})
