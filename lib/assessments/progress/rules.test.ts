import Big from 'big.js'
import { describe, expect, test } from 'vitest'
import type { Quantity } from '@/lib/quantities/schema'
import type { Reading } from '../reading/rules'
import { progressOf, reaches, type Target } from './rules'

/** A figure in millions with one decimal, by a statistics office, for a year. */
const said = (year: number, millions: string, over: Partial<Reading> = {}): Reading => ({
  entry: Number(`${year}${millions.replace(/\D/g, '')}`),
  value: new Big(millions).times(1_000_000).toFixed(),
  valueTo: null,
  unitMult: 6,
  decimals: millions.split('.')[1]?.length ?? 0,
  qualifier: 'exact',
  rank: 'normal',
  basis: 'office',
  obsStatus: 'A',
  starts: `${year}-01-01`,
  ends: `${year + 1}-01-01`,
  knownOn: `${year + 1}-04-11`,
  ...over,
})

const cargo = [
  said(2019, '0.759'),
  said(2020, '0.783'),
  said(2021, '0.586'),
  said(2022, '1.485'),
  said(2023, '2.764'),
  said(2024, '4.484'),
  said(2025, '4.119'),
]
const trade = [said(2022, '463.3'), said(2023, '529.4')]
const target = (millions: string, over: Partial<Target> = {}): Target => ({
  entry: 1,
  value: new Big(millions).times(1_000_000).toFixed(),
  valueTo: null,
  unitMult: 6,
  decimals: 0,
  qualifier: 'exact',
  starts: null,
  ends: null,
  measure: 'level',
  announcedOn: '2022-11-25',
  ...over,
})
const asked = (t: Target, observations: readonly Reading[], today = '2026-11-22') =>
  progressOf({ target: t, observations, frequency: 'A', desired: 1, today })

describe('progress to a target', () => {
  test('one billion without a day: 52.9 percent by the latest full year, no deadline', () => {
    const half = said(2024, '280.6', { ends: '2024-07-01' })
    expect(asked(target('1000'), [...trade, half])).toMatchObject({
      percent: '52.9',
      latest: { value: '529400000' },
      uncertain: false,
      pace: { code: 'no_deadline' },
    })
  })
  test('ten million tonnes by 2025 were missed', () => {
    expect(asked(target('10', { ends: '2026-01-01' }), cargo)).toMatchObject({
      percent: '41.2',
      pace: { code: 'missed', by: { value: '4119000' } },
    })
  })
  test('a target for 2022 is judged by 2022, whatever came later', () => {
    const due = { starts: '2022-01-01', ends: '2023-01-01' }
    expect(asked(target('3.2', due), cargo).pace).toMatchObject({ code: 'missed', by: { value: '1485000' } })
    expect(asked(target('4.2', { starts: '2024-01-01', ends: '2025-01-01' }), cargo).pace).toMatchObject({
      code: 'met',
    })
  })
  test('the year it is due decides before an earlier one that would do', () => {
    const due = { starts: '2025-01-01', ends: '2026-01-01' }
    expect(asked(target('2.5', due), cargo).pace).toMatchObject({ code: 'met', by: { value: '4119000' } })
    expect(asked(target('4.2', due), cargo).pace).toMatchObject({ code: 'met', by: { value: '4484000' } })
  })
  test('past its day it is missed only where the figure of that time is known', () => {
    expect(asked(target('10', { ends: '2026-01-01' }), cargo.slice(0, 5)).pace).toEqual({
      code: 'not_computable',
      reason: 'dueValueMissing',
    })
  })
  test('of a capacity, which stands until another is stated, the last one stated before the day decides', () => {
    const capacity = (observations: readonly Reading[], over: Partial<Target> = {}) =>
      progressOf({
        target: target('10', { ends: '2026-01-01', ...over }),
        observations,
        frequency: 'I',
        desired: 1,
        today: '2026-11-22',
      }).pace
    const stated = said(2024, '6', { starts: '2024-12-01', ends: '2025-01-01' })
    expect(capacity([stated])).toMatchObject({ code: 'missed', by: { value: '6000000' }, stated: true })
    expect(capacity([said(2025, '11', { starts: '2025-11-01', ends: '2025-12-01' }), stated]).code).toBe('met')
    // What was stated before anybody promised more, or after the day, says nothing of what came of it.
    const missing = { code: 'not_computable', reason: 'dueValueMissing' }
    expect(capacity([stated], { announcedOn: '2025-03-04' })).toEqual(missing)
    expect(capacity([stated], { announcedOn: null })).toEqual(missing)
    expect(capacity([said(2026, '6', { starts: '2026-02-01', ends: '2026-03-01' })])).toEqual(missing)
    // A figure with a rhythm has one of its own for the day.
    expect(asked(target('10', { ends: '2026-01-01' }), [stated]).pace).toEqual(missing)
  })
  test('whether the latest figure meets it is told with and without a day', () => {
    expect(asked(target('1000'), trade).reached).toBe(false)
    expect(asked(target('500'), trade).reached).toBe(true)
    expect(asked(target('530'), [said(2024, '530', { qualifier: 'about' })]).reached).toBeNull()
    expect(asked(target('530'), []).reached).toBeNull()
  })
  test('a figure that contradicts itself decides nothing, unless both sides of it say the same', () => {
    const t = target('500', { ends: '2023-01-01' })
    expect(asked(t, [said(2022, '461.9'), said(2022, '680')]).pace).toEqual({
      code: 'not_computable',
      reason: 'disputed',
    })
    expect(asked(t, [said(2022, '461.9'), said(2022, '463.3')]).pace).toMatchObject({ code: 'missed' })
    expect(asked(t, [said(2022, '400', { qualifier: 'more_than' })]).pace).toEqual({
      code: 'not_computable',
      reason: 'undecided',
    })
  })
  test('a forecast meets nothing, and a part of a year is no year', () => {
    const t = target('500', { ends: '2026-01-01' })
    expect(asked(t, [said(2025, '600', { obsStatus: 'F' })])).toMatchObject({
      percent: null,
      pace: { reason: 'dueValueMissing' },
    })
    expect(asked(t, [said(2025, '600', { ends: '2025-12-01' })]).pace).toMatchObject({ reason: 'dueValueMissing' })
  })
  test('a target for one day is measured by that day', () => {
    const day = { starts: '2022-08-24', ends: '2022-08-25' }
    const t = target('0.00002', { ...day, qualifier: 'more_than' })
    const ten = said(2022, '0.00001', day)
    expect(
      progressOf({ target: t, observations: [ten], frequency: 'I', desired: 0, today: '2026-11-22' }),
    ).toMatchObject({
      percent: '50.0',
      pace: { code: 'missed', by: ten },
    })
  })
  test('reached before its day is achieved, and so is one without a day', () => {
    expect(asked(target('4', { ends: '2030-01-01' }), cargo).pace).toMatchObject({ code: 'achieved' })
    expect(asked(target('500'), trade).pace).toMatchObject({ code: 'achieved' })
  })
  test('a change is no level: "double by 2020" needs a figure of the same kind', () => {
    const twice = target('0.000002', { measure: 'change', ends: '2021-01-01' })
    expect(asked(twice, [])).toMatchObject({ percent: null, pace: { code: 'not_computable' } })
  })
  test('fewer days are better where less is', () => {
    const days = (year: number, value: string, valueTo: string | null = null) =>
      said(year, '0', { value, valueTo, unitMult: 0 })
    const t: Target = { ...target('0'), value: '10', valueTo: '15', ends: '2024-01-01' }
    const at = (r: Reading) =>
      progressOf({ target: t, observations: [r], frequency: 'A', desired: -1, today: '2026-11-22' }).pace
    expect(at(days(2023, '18', '23'))).toMatchObject({ code: 'missed' })
    expect(at(days(2023, '13', '17'))).toMatchObject({ code: 'missed' })
    expect(at(days(2023, '13'))).toMatchObject({ code: 'met' })
  })
})

describe('pace by compound growth', () => {
  /** 100 in 2020, announced in 2021, 200 asked for 2030: 7.18 % a year are needed. */
  const t = target('200', { ends: '2031-01-01', announcedOn: '2021-06-01' })
  const pace = (latest: string, year = 2025) => asked(t, [said(2020, '100'), said(year, latest)]).pace

  test('the working is given, so that it can be shown', () => {
    expect(pace('140')).toMatchObject({
      code: 'on_track',
      working: {
        baseYear: 2020,
        latestYear: 2025,
        targetYear: 2030,
        observed: '6.96',
        required: '7.18',
        ratio: '97.0',
        class: 'onTrack',
      },
    })
  })
  test.each([
    ['139.5', 'on_track', 'onTrack'],
    ['138.9', 'behind', 'accelerationNeeded'],
    ['123.5', 'behind', 'accelerationNeeded'],
    ['123.0', 'behind', 'limitedProgress'],
    ['100', 'behind', 'limitedProgress'],
    ['99.9', 'moving_away', 'deterioration'],
  ])('%s in 2025 is %s (%s)', (latest, code, cls) => {
    expect(pace(latest)).toMatchObject({ code, working: { class: cls } })
  })
  test('the base is the last year before the announcement, else the first one known', () => {
    const base = (announcedOn: string | null) => {
      const found = asked(target('11', { ends: '2031-01-01', announcedOn }), cargo).pace
      return 'working' in found ? found.working.baseYear : found
    }
    expect(base('2022-11-25')).toBe(2021)
    expect(base('2010-01-01')).toBe(2019)
    expect(base(null)).toBe(2019)
    expect(base('2026-03-10')).toEqual({ code: 'not_computable', reason: 'needsTwoPeriods' })
  })
  test('where less is better, shrinking is progress', () => {
    const less = (latest: string) =>
      progressOf({
        target: target('50', { ends: '2031-01-01', announcedOn: null }),
        observations: [said(2020, '100'), said(2025, latest)],
        frequency: 'A',
        desired: -1,
        today: '2026-01-01',
      }).pace
    expect(less('70')).toMatchObject({ code: 'on_track', working: { required: '-6.70' } })
    expect(less('110')).toMatchObject({ code: 'moving_away' })
  })
  test.each([
    ['notPositive', [said(2020, '0'), said(2025, '1')], 'A'],
    ['notPositive', [said(2020, '-5'), said(2025, '1')], 'A'],
    ['baseMeetsTarget', [said(2020, '200'), said(2025, '150')], 'A'],
    ['disputed', [said(2020, '100'), said(2020, '120'), said(2025, '150')], 'A'],
    ['needsTwoPeriods', [said(2020, '100')], 'A'],
    ['nothingComparable', [], 'A'],
    ['notAnnual', [said(2020, '100', { ends: '2020-07-01' }), said(2025, '150', { ends: '2025-07-01' })], 'I'],
  ] as const)('%s is said instead of a pace', (reason, observations, frequency) => {
    const found = progressOf({ target: t, observations, frequency, desired: 1, today: '2026-01-01' })
    expect(found.pace).toEqual({ code: 'not_computable', reason })
  })
})

describe('whether a figure meets a target', () => {
  const q = (value: string, qualifier: Quantity['qualifier'] = 'exact', valueTo: string | null = null): Quantity => ({
    value,
    valueTo,
    unitMult: 0,
    decimals: 0,
    qualifier,
  })
  test.each([
    [q('20'), q('20'), true],
    [q('20'), q('20', 'more_than'), false],
    [q('20', 'more_than'), q('20', 'more_than'), true],
    [q('530', 'more_than'), q('1000'), null],
    [q('19.5', 'about'), q('20'), null],
    [q('19', 'about'), q('20'), false],
    [q('18', 'about'), q('20'), false],
    [q('22', 'about'), q('20'), true],
    [q('30', 'up_to'), q('20'), null],
    [q('10', 'up_to'), q('20'), false],
    [q('25'), q('20', 'exact', '30'), true],
  ])('%j of %j: %s', (figure, goal, expected) => {
    expect(reaches(figure, goal, 1)).toBe(expected)
  })
})
