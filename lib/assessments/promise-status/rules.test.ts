import { describe, expect, test } from 'vitest'
import { announcedOn, type PromiseInput, promiseStatus } from './rules'

const today = '2026-11-22'
const promise = (over: Partial<PromiseInput> = {}): PromiseInput => ({
  kind: 'commitment',
  announced: '2022-08-24',
  due: null,
  steps: [],
  ...over,
})
const step = (on: string, code: string) => ({ on, code })

describe('when it was announced', () => {
  test('is the earliest day of words or publication, never the day somebody read it', () => {
    expect(
      announcedOn([
        { saidOn: null, publishedOn: '2022-08-26' },
        { saidOn: '2022-08-24', publishedOn: '2022-08-25' },
      ]),
    ).toBe('2022-08-24')
    expect(announcedOn([{ saidOn: null, publishedOn: null }])).toBeNull()
  })
})

describe('what became of a promise', () => {
  test('one billion: said again three times, no deadline, open', () => {
    const steps = ['2023-06-22', '2024-03-12', '2025-10-21'].map((on) => step(on, 'restated'))
    expect(promiseStatus(promise({ kind: 'target', steps, paces: [{ code: 'no_deadline' }] }), today)).toEqual({
      code: 'restated',
      announced: '2022-08-24',
      restated: 3,
      restatedOn: '2025-10-21',
      due: null,
      noDeadline: true,
      lateDays: null,
      late: null,
      since: '2025-10-21',
      open: true,
    })
  })
  test('the Days of Culture, promised for a year, were held a year late', () => {
    const culture = promise({ starts: '2023-01-01', due: '2024-01-01', steps: [step('2024-09-24', 'delivered')] })
    expect(promiseStatus(culture, today)).toMatchObject({
      code: 'delivered_late',
      lateDays: 268,
      late: { days: 268, unit: 'year', count: 1 },
      due: '2023-12-31',
      open: false,
    })
  })
  test('the centre in Fuzuli, to be finished in December, was opened three months late', () => {
    const centre = promise({
      starts: '2022-09-01',
      due: '2024-01-01',
      steps: [step('2023-03-01', 'in_progress'), step('2024-03-12', 'delivered')],
    })
    expect(promiseStatus(centre, today)).toMatchObject({
      code: 'delivered_late',
      lateDays: 72,
      late: { unit: 'month', count: 3 },
    })
    expect(promiseStatus(centre, '2023-12-31')).toMatchObject({ code: 'in_progress', lateDays: null, open: true })
    expect(promiseStatus(centre, '2024-01-31')).toMatchObject({ code: 'overdue', lateDays: 31, open: true })
  })
  test('delivered on the last day is in time', () => {
    expect(
      promiseStatus(promise({ due: '2024-01-01', steps: [step('2023-12-31', 'delivered')] }), today),
    ).toMatchObject({ code: 'delivered' })
  })
  test.each([
    ['announced', [], null],
    ['in_progress', [step('2024-03-12', 'in_progress'), step('2025-10-21', 'restated')], null],
    ['partly_delivered', [step('2024-03-12', 'partly_delivered')], '2025-01-01'],
    ['lapsed', [step('2024-03-12', 'lapsed')], '2025-01-01'],
    ['withdrawn', [step('2023-01-01', 'restated'), step('2024-03-12', 'withdrawn')], null],
    ['restated', [step('2024-03-12', 'withdrawn'), step('2025-10-21', 'restated')], null],
    ['overdue', [], '2025-01-01'],
    ['announced', [step('2030-01-01', 'delivered')], null],
  ] as const)('%s from %j, due %s', (code, steps, due) => {
    expect(promiseStatus(promise({ steps, due }), today).code).toBe(code)
  })
})

describe('figures decide about a target', () => {
  const by = {} as never
  const of = (...paces: NonNullable<PromiseInput['paces']>) =>
    promiseStatus(promise({ kind: 'target', due: '2026-01-01', paces }), today)
  test('missed and met by all who report', () => {
    expect(of({ code: 'missed', by })).toMatchObject({ code: 'missed', open: false, lateDays: null })
    expect(of({ code: 'met', by }, { code: 'met', by })).toMatchObject({ code: 'met', open: false })
  })
  test('reporters who contradict each other, or say nothing, decide nothing', () => {
    expect(of({ code: 'met', by }, { code: 'missed', by }).code).toBe('overdue')
    expect(of({ code: 'not_computable', reason: 'dueValueMissing' }).code).toBe('overdue')
    expect(of({ code: 'missed', by }, { code: 'not_computable', reason: 'dueValueMissing' }).code).toBe('missed')
  })
  test('before its day it is on track, behind or moving away', () => {
    const open = (code: 'on_track' | 'behind' | 'moving_away') =>
      promiseStatus(promise({ kind: 'target', due: '2031-01-01', paces: [{ code, working: by }] }), today)
    expect(open('behind')).toMatchObject({ code: 'behind', open: true })
  })
})

describe('what became of an agreement', () => {
  const treaty = (steps: PromiseInput['steps'], due: string | null = null) =>
    promiseStatus(promise({ kind: 'agreement', steps, due }), today)
  test.each([
    ['announced', []],
    ['signed', [step('2022-08-24', 'signed')]],
    ['in_force', [step('2022-08-24', 'in_force'), step('2022-08-24', 'signed')]],
    ['ratified', [step('2022-08-24', 'signed'), step('2023-01-01', 'ratified')]],
    ['terminated', [step('2023-01-01', 'in_force'), step('2025-01-01', 'terminated')]],
  ] as const)('%s from %j', (code, steps) => {
    expect(treaty(steps)).toMatchObject({ code, noDeadline: false, lateDays: null })
  })
  test('its term ends, it is not late', () => {
    expect(treaty([step('2022-08-24', 'signed')], '2026-01-01')).toMatchObject({
      code: 'expired',
      lateDays: null,
      due: null,
    })
    expect(treaty([], '2026-01-01')).toMatchObject({ code: 'announced' })
  })
})
