import { describe, expect, test } from 'vitest'
import type { PromiseRecord, StepRecord } from '@/lib/dashboards/promises/queries'
import { listedOn } from './counts/rules'
import { isCounted, partyLines, signedOn, standingsOf } from './rules'

const step = (entry: number, over: Partial<StepRecord> = {}): StepRecord => ({
  entry,
  code: 'signed',
  starts: '2022-08-24',
  ends: '2022-08-25',
  words: null,
  note: null,
  knownOn: '2022-08-24',
  parties: [],
  ...over,
})
const agreement = (entry: number, steps: StepRecord[], over: Partial<PromiseRecord> = {}) =>
  ({
    entry,
    kind: 'agreement',
    code: 'memorandum',
    title: `No ${entry}`,
    parties: [],
    steps,
    ...over,
  }) as unknown as PromiseRecord
const c = {
  slug: 'aze-kaz',
  locale: 'en' as const,
  clock: { known: '2026-11-28', edition: null },
  clocks: { known: null, edition: null },
  citations: new Map(),
}
const both = [
  { name: 'Azerbaijan', role: 'signatory' },
  { name: 'Kazakhstan', role: 'signatory' },
]

describe('the steps of each party', () => {
  test('of parties who did the same at once stand in one line', () => {
    const lines = partyLines(c, agreement(1, [step(2)], { parties: both }), [])
    expect(lines).toMatchObject([{ names: ['Azerbaijan', 'Kazakhstan'], stages: [{ entry: 2 }] }])
  })
  test('stand apart where one ratified and the other did not, and what names nobody is of all', () => {
    const steps = [step(2), step(3, { code: 'ratified', parties: ['Kazakhstan'] })]
    expect(
      partyLines(c, agreement(1, steps, { parties: both }), []).map((l) => [l.names, l.stages.map((s) => s.entry)]),
    ).toEqual([
      [['Azerbaijan'], [2]],
      [['Kazakhstan'], [2, 3]],
    ])
  })
  test('of somebody who is no party by its own evidence are not lost', () => {
    const steps = [step(2, { parties: ['Türkiye'] })]
    expect(partyLines(c, agreement(1, steps, { parties: both }), ['Azerbaijan', 'Kazakhstan'])).toMatchObject([
      { names: ['Azerbaijan', 'Kazakhstan'], stages: [], unsigned: true },
      { names: ['Türkiye'], stages: [{ entry: 2 }] },
    ])
  })
})

describe('what is listed for an occasion', () => {
  const visit = { starts: '2022-08-24', ends: '2022-08-25' }
  const listed = (steps: StepRecord[], over: Partial<PromiseRecord> = {}) =>
    listedOn([agreement(1, steps, over)], visit).length
  test('was signed within its days, or reported so up to a week after it where the day is not known', () => {
    const reported = (ends: string) => [step(2, { starts: null, ends })]
    expect(listed([step(2)])).toBe(1)
    expect(listed(reported('2022-08-26'))).toBe(1)
    expect(listed(reported('2022-09-01'))).toBe(1)
    expect(listed(reported('2022-09-02'))).toBe(0)
    expect(listed(reported('2022-08-24'))).toBe(0)
  })
  test('is not what was signed some time in its month, what was not signed, or a set of unknown number', () => {
    expect(listed([step(2, { starts: '2022-08-01', ends: '2022-09-01' })])).toBe(0)
    expect(listed([step(2, { code: 'in_force' })])).toBe(0)
    expect(listed([step(2)], { code: 'set' })).toBe(0)
    expect(isCounted(agreement(1, [], { code: 'set' }))).toBe(false)
  })
  test('is each agreement once, however many signatures are recorded of it', () => {
    expect(listed([step(2, { parties: ['Azerbaijan'] }), step(3, { parties: ['Kazakhstan'] })])).toBe(1)
  })
})

test('it was signed on the day of its first signature', () => {
  expect(signedOn(agreement(1, [step(2, { starts: '2024-01-01' }), step(3)]))).toBe('2022-08-24')
  expect(signedOn(agreement(1, [step(2, { code: 'ratified' })]))).toBeNull()
})

test.each([
  ['signed', { expiresIn: 30, waiting: null, unsigned: [] }, ['signed', 'expiring']],
  [
    'announced',
    { expiresIn: null, waiting: { days: 400, since: '2020-01-01', after: 'announced' as const }, unsigned: [] },
    ['announced', 'stalled'],
  ],
  ['expired', { expiresIn: null, waiting: null, unsigned: [] }, ['over']],
  ['suspended', { expiresIn: null, waiting: null, unsigned: [] }, ['over']],
  ['in_force', { expiresIn: null, waiting: null, unsigned: [] }, ['in_force']],
])('%s with %j answers as %j', (code, standing, told) => {
  expect(standingsOf({ code }, standing)).toEqual(told)
})
