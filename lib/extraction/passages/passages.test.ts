import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { shift } from '@/lib/quantities/numerals/rules'
import { quoteStates } from '@/lib/quantities/rules'
import { extract } from '../extract'
import { type Candidate, unitCode } from '../schema'

type Expected = {
  number: string
  kind: string
  amount: string
  to?: string
  unit: string
  family: string
  qualifier?: string
  period?: string | null
  due?: string | null
  speaker?: string
  reporter?: string
}
type Passage = {
  name: string
  language?: string
  date: string
  pair: [string, string]
  text: string
  expect: Expected[]
}

const folder = import.meta.dirname
const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
const passages = files.flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Passage[])

const amountOf = ({ value, unitMult }: Candidate, of = value) =>
  (of!.startsWith('-') ? '-' : '') + shift(of!.replace('-', ''), unitMult)
const read = ({ text, date, pair, language }: Passage) =>
  extract(text, { date, pair, language }).candidates.filter(
    (candidate) => candidate.value !== null && !candidate.doubts.includes('repeated'),
  )

describe('passages of many countries and styles', () => {
  test.each(passages.map((passage) => [passage.name, passage] as const))('%s', (_, passage) => {
    const found = read(passage).map((candidate) => ({
      number: passage.text.slice(candidate.numberStart!, candidate.numberEnd!),
      kind: candidate.kind,
      amount: amountOf(candidate),
      to: candidate.valueTo === null ? undefined : amountOf(candidate, candidate.valueTo),
      unit: candidate.unit,
      qualifier: candidate.qualifier,
      period: candidate.period,
      due: candidate.due,
      family: candidate.family,
    }))
    expect(found).toEqual(
      passage.expect.map(({ speaker: _speaker, reporter: _reporter, ...expected }) => ({
        to: undefined,
        qualifier: 'exact',
        period: null,
        due: null,
        ...expected,
      })),
    )
  })

  const attributed = passages.filter(({ expect }) => expect.some(({ speaker, reporter }) => speaker || reporter))
  test.each(attributed.map((passage) => [passage.name, passage] as const))('%s: who says it', (_, passage) => {
    const found = read(passage)
    for (const [at, { speaker, reporter }] of passage.expect.entries()) {
      if (speaker) expect(found[at]!.speaker).toBe(speaker)
      if (reporter) expect(found[at]!.reporterWords).toContain(reporter)
    }
  })

  test.each(passages.map((passage) => [passage.name, passage] as const))(
    '%s: every quote is the text and holds its number',
    (_, passage) => {
      for (const candidate of extract(passage.text, passage).candidates) {
        expect(passage.text.slice(candidate.start, candidate.end)).toBe(candidate.quote)
        if (candidate.value === null) continue
        expect(candidate.numberStart).toBeGreaterThanOrEqual(candidate.start)
        expect(candidate.numberEnd).toBeLessThanOrEqual(candidate.end)
        expect(statedBy(candidate), `${candidate.quote} → ${candidate.value} ${candidate.unit}`).toEqual({
          states: true,
        })
      }
    },
  )
})

/** What the gate of publication says about a candidate. */
function statedBy(candidate: Candidate) {
  const { value, valueTo, unitMult, decimals, qualifier } = candidate
  const quantity = {
    value: amountOf(candidate),
    valueTo: valueTo && amountOf(candidate, valueTo),
    unitMult,
    decimals,
    qualifier,
  }
  const stated = quoteStates(
    candidate.quote,
    quantity,
    unitCode(candidate.unit!),
    candidate.kind === 'growth' || value!.startsWith('-') ? 'change' : 'level',
  )
  return stated.states ? { states: true } : stated
}
