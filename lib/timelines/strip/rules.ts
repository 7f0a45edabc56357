import type { Locale } from '@/lib/i18n/locales'
import type { Say } from '@/lib/i18n/say'
import { formatPeriod } from '@/lib/periods/rules'
import type { Moment } from '../moments/rules'
import { type MomentKind, momentKinds, type Strip, type StripColumn } from '../schema'
import {
  moved,
  stretchesIn,
  stretchOf,
  toAddress,
  type Unit,
  unitFor,
  type Window,
  zoomedIn,
  zoomedOut,
} from '../windows/rules'

const nothing = (): Record<MomentKind, number> =>
  Object.fromEntries(momentKinds.map((kind) => [kind, 0])) as Record<MomentKind, number>

export function countKinds(moments: readonly Moment[]): Record<MomentKind, number> {
  const counts = nothing()
  for (const { kind } of moments) counts[kind]++
  return counts
}

const named = (w: Window, locale: Locale) => formatPeriod({ starts: w.from, ends: w.to, words: null }, locale)

/** What stands under a column: the year, else the part of it. */
function labelOf(unit: Unit, column: Window, locale: Locale, say: Say): string {
  const { from } = column
  if (unit === 'day') return String(Number(from.slice(8)))
  if (unit === 'month') return named(column, locale).slice(0, 3)
  if (unit === 'quarter') return say('quarter', { number: (Number(from.slice(5, 7)) + 2) / 3 })
  return unit === 'decade' ? say('decade', { year: Number(from.slice(0, 4)) }) : String(Number(from.slice(0, 4)))
}

/** The years that a set of moments spans; null where there is none. */
export function extentOf(moments: readonly Moment[]): Window | null {
  if (!moments.length) return null
  const days = moments.map((m) => m.day).sort()
  return { from: stretchOf('year', days[0]!).from, to: stretchOf('year', days.at(-1)!).to }
}

/**
 * The overview above a time line: the days in sight cut into columns, each with how much of what falls into it, and the
 * ways to see more, less, earlier and later days. Null where nothing stands on the line.
 * @param all everything on the line, whatever the days asked for.
 * @param asked the days asked for; null at an end where none are.
 */
export function toStrip(
  all: readonly Moment[],
  asked: { from: string | null; to: string | null },
  locale: Locale,
  say: Say,
): Strip | null {
  const extent = extentOf(all)
  if (!extent) return null
  const window = { from: asked.from ?? extent.from, to: asked.to ?? extent.to }
  // One end was asked for, and everything lies beyond it.
  if (window.from >= window.to) return null
  const unit = unitFor(window)
  const inside = all.filter((m) => m.day >= window.from && m.day < window.to)
  const columns = stretchesIn(window, unit).map((column, i, { length }): StripColumn => {
    const counts = nothing()
    let total = 0
    for (const m of inside)
      if (m.day >= column.from && m.day < column.to) {
        counts[m.kind]++
        if (m.kind !== 'statement') total++
      }
    const newYear = unit !== 'year' && unit !== 'decade' && (i === 0 || column.from.endsWith('-01-01'))
    return {
      ...toAddress(column),
      name: named(column, locale),
      label: labelOf(unit, column, locale, say),
      year: newYear && length > 1 ? column.from.slice(0, 4) : null,
      counts,
      total,
    }
  })
  const zoom = (w: Window | null) => w && { ...toAddress(w), text: named(w, locale) }
  const isAll = window.from <= extent.from && window.to >= extent.to
  const out = zoomedOut(window, extent)
  return {
    unit,
    columns,
    window: named(window, locale),
    earlier: window.from > extent.from ? zoom(moved(window, -1)) : null,
    later: window.to < extent.to ? zoom(moved(window, 1)) : null,
    zoomIn: zoom(zoomedIn(window, inside[0]?.day ?? window.from)),
    zoomOut: isAll ? null : (zoom(out) ?? { from: null, to: null, text: say('everything') }),
  }
}
