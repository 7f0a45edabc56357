import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AgreementInput, agreementStanding, notice, patience } from './rules'

const agreement = (over: Partial<AgreementInput> = {}): AgreementInput => ({
  type: 'agreement',
  parties: ['Azerbaijan Railways', 'Georgian Railway', 'Kazakhstan Temir Zholy'],
  starts: null,
  ends: null,
  announced: '2023-06-22',
  steps: [],
  ...over,
})
const step = (code: string, on: string, ...parties: string[]) => ({ code, on, parties })
const today = '2026-11-28'

describe('an agreement has stalled', () => {
  test('when it was signed more than a year ago and is not in force', () => {
    const { waiting } = agreementStanding(agreement({ steps: [step('signed', '2023-06-22')] }), today)
    expect(waiting).toEqual({ days: 1255, since: '2023-06-22', after: 'signed' })
  })
  test('when it was announced more than a year ago and never signed', () => {
    expect(agreementStanding(agreement(), today).waiting?.after).toBe('announced')
    expect(agreementStanding(agreement({ type: 'memorandum' }), today).waiting?.after).toBe('announced')
  })
  test('not before a year is over, counted from the last step', () => {
    const steps = [step('signed', '2020-01-01'), step('ratified', '2025-11-28')]
    expect(agreementStanding(agreement({ steps }), today).waiting).toBeNull()
    expect(agreementStanding(agreement({ steps }), '2026-11-29').waiting).toMatchObject({
      days: patience + 1,
      after: 'ratified',
    })
  })
  test.each([
    ['is in force', { steps: [step('signed', '2020-01-01'), step('in_force', '2021-01-01')] }],
    ['was terminated', { steps: [step('signed', '2020-01-01'), step('terminated', '2021-01-01')] }],
    ['is complete when it is signed', { type: 'memorandum', steps: [step('signed', '2020-01-01')] }],
    ['binds companies at once', { type: 'contract', steps: [step('signed', '2020-01-01')] }],
    [
      'runs for a term',
      { type: 'programme', starts: '2022-01-01', ends: '2027-01-01', steps: [step('signed', '2022-08-24')] },
    ],
    ['is a set of no known number', { type: 'set' }],
    ['was announced by nobody knows when', { announced: null }],
  ] as [string, Partial<AgreementInput>][])('not where it %s', (_, over) => {
    expect(agreementStanding(agreement(over), today).waiting).toBeNull()
  })
})

describe('an agreement expires', () => {
  const term = { type: 'programme', starts: '2022-01-01', ends: '2027-01-01', steps: [step('signed', '2022-08-24')] }
  test('when the last day of its term is near, and not after it', () => {
    expect(agreementStanding(agreement(term), today).expiresIn).toBe(33)
    expect(agreementStanding(agreement(term), '2026-12-31').expiresIn).toBe(0)
    expect(agreementStanding(agreement(term), '2027-01-01').expiresIn).toBeNull()
    expect(agreementStanding(agreement(term), '2025-12-30').expiresIn).toBeNull()
    expect(agreementStanding(agreement(term), '2025-12-31').expiresIn).toBe(notice)
  })
  test('not where something ended it before', () => {
    const steps = [...term.steps, step('terminated', '2025-01-01')]
    expect(agreementStanding(agreement({ ...term, steps }), today).expiresIn).toBeNull()
  })
})

test('who has not signed is told where signatures are recorded one by one', () => {
  const signed = (...parties: string[]) =>
    agreementStanding(agreement({ steps: [step('signed', '2023-06-22', ...parties)] }), today)
  expect(signed('Azerbaijan Railways', 'Kazakhstan Temir Zholy').unsigned).toEqual(['Georgian Railway'])
  expect(signed().unsigned).toEqual([])
  expect(agreementStanding(agreement(), today).unsigned).toEqual([])
})

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10))
const steps = fc.array(
  fc.record({
    code: fc.constantFrom('signed', 'ratified', 'in_force', 'suspended', 'terminated'),
    on: day,
    parties: fc.constant([]),
  }),
  { maxLength: 5 },
)

test('whatever happened, no later step changes what is said of a day, and the order of entry does not matter', () => {
  fc.assert(
    fc.property(steps, fc.option(day), day, (all, ends, on) => {
      const input = agreement({ steps: all, ends, announced: '2000-01-01' })
      const told = agreementStanding(input, on)
      expect(agreementStanding({ ...input, steps: all.filter((s) => s.on <= on) }, on)).toEqual(told)
      if (told.waiting) expect(told.waiting.days).toBeGreaterThan(patience)
      if (told.expiresIn !== null) expect(told.expiresIn).toBeLessThanOrEqual(notice)
    }),
  )
})
