import type { Fault } from '@/lib/errors/refusal'
import { quoteStates } from '@/lib/quantities/rules'
import type { Quantity } from '@/lib/quantities/schema'
import { agreementSteps, type EntryInput, promiseSteps } from './schema'

/** Steps that fit what they are a step of: a treaty is ratified, a promise is delivered. */
export function stepFault(of: 'target' | 'commitment' | 'agreement', code: string): Fault | null {
  const allowed: readonly string[] = of === 'agreement' ? [...agreementSteps, 'withdrawn', 'lapsed'] : promiseSteps
  return allowed.includes(code)
    ? null
    : { field: 'code', code: 'stepDoesNotFit', values: { value: code, expected: allowed.join(', ') } }
}

/**
 * The gate of publication: where evidence has quotes, at least one of them must hold the figure's number, read with
 * its scale, unit, sign and qualifier. The fault says why the nearest number does not prove it, and names the numbers
 * that the quotes do hold.
 */
export function numberFault(
  quantity: Quantity,
  unit: string,
  measure: 'level' | 'change',
  quotes: readonly string[],
): Fault | null {
  if (!quotes.length) return null
  const readings = quotes.map((quote) => ({ quote, reading: quoteStates(quote, quantity, unit, measure) }))
  if (readings.some(({ reading }) => reading.states)) return null
  const found = readings.flatMap(({ quote, reading }) =>
    reading.states ? [] : reading.found.map((n) => quote.slice(n.start, n.end)),
  )
  const reason = readings
    .map(({ reading }) => (reading.states ? 'value' : reading.reason))
    .find((r) => r !== 'noNumber')
  const code = found.length === 0 ? 'noNumberInQuote' : (reasonCodes[reason ?? 'value'] ?? 'numberNotInQuote')
  return { field: 'evidence', code, values: { value: quantity.value, found: [...new Set(found)].join('; ') } }
}

const reasonCodes: Partial<Record<string, string>> = {
  qualifier: 'qualifierNotInQuote',
  unit: 'unitNotInQuote',
  sign: 'signNotInQuote',
}

export type Anchor = { startsAt: number; endsAt: number }

/**
 * Where a quote stands in a stored text: exactly, in UTF-16, never by likeness. A place that was given must hold the
 * quote; without one the quote must occur once.
 */
export function anchorOf(text: string, quote: string, startsAt: number | null): Anchor | Fault {
  if (startsAt !== null) {
    if (text.startsWith(quote, startsAt)) return { startsAt, endsAt: startsAt + quote.length }
    return { field: 'quote', code: 'quoteNotAtPlace', values: { value: startsAt } }
  }
  const first = text.indexOf(quote)
  if (first < 0) return { field: 'quote', code: 'quoteNotInText' }
  if (text.indexOf(quote, first + 1) >= 0) return { field: 'quote', code: 'quoteTwiceInText' }
  return { startsAt: first, endsAt: first + quote.length }
}

/** Why publication would refuse an entry as it stands: no evidence, or quotes that do not hold its number. */
export function publicationFaults(input: EntryInput): Fault[] {
  const evidence = input.evidence ?? []
  if (!evidence.length) return [{ field: 'evidence', code: 'noEvidence' }]
  if (input.kind !== 'observation' && input.kind !== 'target') return []
  const quotes = evidence.flatMap((e) => e.quote ?? [])
  const fault = numberFault(input.quantity, input.series.unit, input.series.measure ?? 'level', quotes)
  return fault ? [fault] : []
}
