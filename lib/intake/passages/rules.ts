import type { Candidate } from '@/lib/extraction/schema'
import { shift } from '@/lib/quantities/numerals/rules'

/** A figure as the passages of the extractor's tests name it. */
export type Annotated = {
  number: string
  kind: string
  amount: string
  to?: string
  unit: string | null
  family: string
  qualifier?: string
  period?: string
  due?: string
}
/**
 * A piece of text with what it should give: `expect` is what was accepted in it, `reported` what was read wrongly, `note`
 * what would be right in a person's words. The fields up to `expect` are those of `lib/extraction/passages`.
 */
export type Passage = {
  name: string
  language: string
  date: string | null
  pair: string[] | null
  text: string
  expect: Annotated[]
  reported: Annotated | { quote: string; kind: string }
  note: string
}

export type Wrong = {
  id: number
  title: string
  text: string
  language: string
  publishedOn: string | null
  relation: string | null
  record: Candidate
  note: string
  accepted: readonly Candidate[]
}

const whole = (value: string, power: number) =>
  value.startsWith('-') ? `-${shift(value.slice(1), power)}` : shift(value, power)

function annotated(record: Candidate, text: string): Annotated | null {
  if (record.value === null || record.numberStart === null) return null
  return {
    number: text.slice(record.numberStart, record.numberEnd!),
    kind: record.kind,
    amount: whole(record.value, record.unitMult),
    ...(record.valueTo !== null && { to: whole(record.valueTo, record.unitMult) }),
    unit: record.unit,
    family: record.family,
    ...(record.qualifier !== 'exact' && { qualifier: record.qualifier }),
    ...(record.period !== null && { period: record.period }),
    ...(record.due !== null && { due: record.due }),
  }
}

/** The paragraph in which something was read wrongly, annotated. Pure. */
export function toPassage(wrong: Wrong): Passage {
  const { text, record } = wrong
  const from = text.lastIndexOf('\n', record.start - 1) + 1
  const next = text.indexOf('\n', record.end)
  const to = next < 0 ? text.length : next
  const expect = wrong.accepted
    .filter((a) => a.numberStart !== null && a.numberStart >= from && a.numberEnd! <= to)
    .sort((a, b) => a.numberStart! - b.numberStart!)
    .flatMap((a) => annotated(a, text) ?? [])
  return {
    name: `${wrong.title} (${wrong.id})`,
    language: wrong.language,
    date: wrong.publishedOn,
    pair: wrong.relation?.toUpperCase().split('-') ?? null,
    text: text.slice(from, to),
    expect,
    reported: annotated(record, text) ?? { quote: record.quote, kind: record.kind },
    note: wrong.note,
  }
}
