import Big from 'big.js'
import type { Fault } from '@/lib/errors/refusal'
import { quoteStates } from '@/lib/quantities/rules'
import type { Quantity } from '@/lib/quantities/schema'
import { agreementSteps, promiseSteps } from './schema'

/** Steps that fit what they are a step of: a treaty is ratified, a promise is delivered. */
export function stepFault(of: 'target' | 'commitment' | 'agreement', code: string): Fault | null {
  const allowed: readonly string[] = of === 'agreement' ? [...agreementSteps, 'withdrawn', 'lapsed'] : promiseSteps
  return allowed.includes(code)
    ? null
    : { field: 'code', code: 'stepDoesNotFit', values: { value: code, expected: allowed.join(', ') } }
}

/**
 * The gate of publication: where evidence has quotes, at least one of them must hold the figure's number, read with
 * its scale, unit and qualifier. The fault names the numbers that the quotes do hold. A decline is written without
 * its sign ("fell by 47.9 %"), so changes are compared by their size.
 */
export function numberFault(
  quantity: Quantity,
  unit: string,
  measure: 'level' | 'change',
  quotes: readonly string[],
): Fault | null {
  if (!quotes.length) return null
  const size =
    measure === 'change' && new Big(quantity.value).lt(0)
      ? { ...quantity, value: new Big(quantity.value).abs().toFixed() }
      : quantity
  const readings = quotes.map((quote) => quoteStates(quote, size, unit))
  if (readings.some((r) => r.states)) return null
  const found = readings.flatMap((r) => (r.states ? [] : r.found.map((n) => n.text)))
  return found.length
    ? {
        field: 'evidence',
        code: 'numberNotInQuote',
        values: { value: quantity.value, found: [...new Set(found)].join('; ') },
      }
    : { field: 'evidence', code: 'noNumberInQuote', values: { value: quantity.value } }
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
