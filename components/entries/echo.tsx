'use client'

import { readFigure, readPeriod } from '@/lib/entries/forms/figures/rules'
import type { Fault } from '@/lib/errors/refusal'
import faults from '@/lib/i18n/en/faults.json'
import en from '@/lib/i18n/en/forms.json'
import { fill } from '@/lib/i18n/fill'
import { defaultLocale } from '@/lib/i18n/locales'
import { formatPeriod, lastDay } from '@/lib/periods/rules'
import type { Period } from '@/lib/periods/schema'
import { formatQuantity } from '@/lib/quantities/rules'
import type { Quantity } from '@/lib/quantities/schema'
import { useFilling } from './form-context'

/** A fault as a sentence, in the browser: the rules that run while somebody types have no plurals. */
export function faultText(fault: Fault): string {
  const pattern = faults[fault.code as keyof typeof faults] ?? faults.wrongFormat
  return fill(pattern.replace(/\{(\w+), number\}/g, '{$1}'), { value: '', ...fault.values })
}

const scales: Record<string, string> = en.scales

/** "in billions with 1 decimal": how an amount was written. */
function writtenHow({ unitMult, decimals }: Quantity): string {
  if (unitMult === 0) return decimals ? fill(en.plainDecimals, { decimals }) : en.plain
  const scale = scales[String(unitMult)] ?? en.scales.other
  if (decimals === 0) return fill(en.scaled, { scale })
  return fill(decimals === 1 ? en.scaledDecimal : en.scaledDecimals, { scale, decimals })
}

export function understood(quantity: Quantity, unit: string, signed: boolean): string {
  const amount = formatQuantity(quantity, unit, defaultLocale, { style: 'exact', signed })
  return fill(en.understood, { amount, how: writtenHow(quantity) })
}

const dayText = (iso: string) =>
  formatPeriod(
    {
      starts: iso,
      ends: new Date(Date.parse(`${iso}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10),
      words: null,
    },
    defaultLocale,
  )

/** The exact days a period was read as. */
export function daysOf(period: Period): string {
  const to = lastDay(period)
  if (period.starts === null && to === null) return en.onlyWords
  if (period.starts === null) return fill(en.openStart, { to: dayText(to!) })
  if (to === null) return fill(en.openEnd, { from: dayText(period.starts) })
  if (period.starts === to) return fill(en.oneDay, { from: dayText(to) })
  return fill(en.days, { period: formatPeriod(period, defaultLocale), from: dayText(period.starts), to: dayText(to) })
}

/** `beside` is what the last answer says of the field: the same is not said twice. */
function Echo({ text, bad, beside }: { text: string; bad: boolean; beside?: string }) {
  if (text === beside) return null
  return <output className={`echo${bad ? ' echo-bad' : ''}`}>{text}</output>
}

/** The amount as it was understood, while it is typed. */
export function AmountEcho() {
  const { live, choices, faults: told } = useFilling()
  if (!live.quantity?.trim()) return null
  const read = readFigure(live, new Map(choices.indicators.map((i) => [i.code, i.unit])))
  const fault = read.faults[0]
  if (fault) return <Echo text={faultText(fault)} bad beside={told.quantity} />
  return <Echo text={understood(read.quantity, read.unit ?? '', read.measure === 'change')} bad={false} />
}

/** The exact days of the period, while it is typed. */
export function PeriodEcho() {
  const { live, faults: told } = useFilling()
  if (!live.period?.trim() && !live.periodWords?.trim()) return null
  const { period, faults: found } = readPeriod(live)
  return found[0] ? (
    <Echo text={faultText(found[0])} bad beside={told.period} />
  ) : (
    <Echo text={daysOf(period)} bad={false} />
  )
}
