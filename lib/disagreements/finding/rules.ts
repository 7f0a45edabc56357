import Big from 'big.js'
import { conflictsOf } from '@/lib/assessments/conflicts/rules'
import { checkHeadline, type HeadlineCheck } from '@/lib/assessments/headline/rules'
import { mirrorGaps } from '@/lib/assessments/mirror/rules'
import { byPeriod, isDated, reading } from '@/lib/assessments/reading/rules'
import { groupRows, type StatedPoint, toPercent } from '@/lib/dashboards/points/rules'
import { excludeEachOther } from '@/lib/quantities/rules'
import type { Kind } from '../schema'

/** A growth rate held against the level of its period and the level it was measured from. */
export type Check = {
  change: StatedPoint
  level: StatedPoint
  base: StatedPoint
  result: Extract<HeadlineCheck, { impliedBase: string }>
}

/** What does not fit together, as figures; `telling` puts it into words. */
export type Found = {
  id: string
  kind: Kind
  /** Names indicator, subject, way, measure and unit for all of them. */
  head: StatedPoint
  starts: string
  ends: string
  /** All that was said, the best reading of each reporter first where reporters stand against each other. */
  points: StatedPoint[]
  /** Distance as a whole amount (percentage points for rates), and in percent of `of`; null where that is zero or no amount. */
  gap: string
  percent: string | null
  /** Between the lowest and the highest of all that was said, where that is more. */
  widest: string | null
  settled: boolean
  /** The two counts of a mirror gap. */
  sides: [StatedPoint, StatedPoint] | null
  /** One side of a mirror gap contradicts itself. */
  disputed: boolean
  checks: Check[]
}

type Line = { reporter: string | null; rows: StatedPoint[] }
type Dated = StatedPoint & { starts: string; ends: string }

/** One flow: everything but who counts it. Rates and multiples are one, in percent, but only against the same base. */
const flowKey = (p: StatedPoint) => {
  const rate = [inPercent(p), p.baseStarts, p.baseEnds, p.baseWords]
  return [p.indicator, p.about, p.origin, p.measure, p.scope, ...(p.measure === 'change' ? rate : [p.unit])].join('\n')
}
const inPercent = ({ unit }: StatedPoint) => (unit === 'TIMES' ? 'PCT' : unit)
const lineOf = (p: StatedPoint) => [p.indicator, p.about, p.origin, p.scope, p.reporter].join('\n')

const distance = (points: readonly StatedPoint[]) => {
  const values = points.map((p) => new Big(p.value))
  const low = values.reduce((a, b) => (b.lt(a) ? b : a))
  const high = values.reduce((a, b) => (b.gt(a) ? b : a))
  return { low, gap: high.minus(low) }
}
const share = (part: Big, of: Big) => (of.eq(0) ? null : part.div(of.abs()).times(100).toFixed(1))

/** Values of one reporter for one period that cannot all be true; of its growth rates likewise. */
function withinReporter({ rows }: Line): Found[] {
  return conflictsOf(rows.map(toPercent)).map((c) => {
    const head = rows[0]!
    const level = head.measure === 'level'
    return {
      id: `${level ? 'values' : 'rates'}-${head.seriesId}-${c.starts}-${c.ends}`,
      kind: level ? 'values' : 'rates',
      head,
      starts: c.starts,
      ends: c.ends,
      points: c.readings,
      gap: c.gap,
      percent: level ? c.gapPercent : null,
      widest: null,
      settled: c.settled,
      sides: null,
      disputed: false,
      checks: [],
    } satisfies Found
  })
}

/** The two countries' counts of one flow, period by period, where no amount fits both. */
function mirrored(lines: readonly Line[], countries: readonly string[]): Found[] {
  const [one, other] = countries.map((country) => lines.find((line) => line.reporter === country))
  if (!one || !other) return []
  const all = [...one.rows, ...other.rows]
  const [a, b] = [one, other].map(({ rows }) => keptInSight(rows.map(toPercent)))
  return mirrorGaps(a!, b!)
    .filter((gap) => !gap.withinRounding)
    .map((gap) => {
      const head = one.rows[0]!
      const best = [gap.a.entry, gap.b.entry]
      const said = all.filter((p) => p.starts === gap.starts && p.ends === gap.ends && p.obsStatus !== 'F')
      const whole = distance(said.map(toPercent)).gap
      const difference = new Big(gap.difference).abs()
      return {
        id: `mirror-${head.seriesId}-${gap.starts}-${gap.ends}`,
        kind: 'mirror',
        head,
        starts: gap.starts,
        ends: gap.ends,
        points: said.toSorted((p, q) => place(best, p) - place(best, q) || p.entry - q.entry),
        gap: difference.toFixed(),
        percent: head.measure === 'level' ? gap.percent : null,
        widest: whole.gt(difference) ? whole.toFixed() : null,
        settled: [gap.a, gap.b].some(({ entry }) => all.find((p) => p.entry === entry)!.rank === 'deprecated'),
        sides: [gap.a, gap.b],
        disputed: gap.disputed,
        checks: [],
      } satisfies Found
    })
}
/** What is set aside still shows that two counts differ, where its reporter says nothing else for the period. */
const keptInSight = (rows: readonly StatedPoint[]): StatedPoint[] =>
  byPeriod(rows).flatMap((group) =>
    group.every((p) => p.rank === 'deprecated') ? group.map((p) => ({ ...p, rank: 'normal' as const })) : group,
  )

const place = (first: readonly number[], { entry }: StatedPoint) => (first.includes(entry) ? first.indexOf(entry) : 9)

/**
 * A count of nobody named, or of an organisation, against the others' for the same period. What only the two countries
 * say against each other is their mirror gap and stands there.
 */
function amongCounts(lines: readonly Line[], countries: readonly string[]): Found[] {
  if (lines.length < 2) return []
  const best = lines.flatMap(({ reporter, rows }) =>
    byPeriod(rows.map(toPercent).filter((p) => p.obsStatus !== 'F')).flatMap((group) => {
      const aside = group.filter((p) => p.rank === 'deprecated')
      const outsider = reporter === null || !countries.includes(reporter)
      return [...reading(group).candidates, ...aside].map((point) => ({ outsider, point }))
    }),
  )
  const outside = new Map(best.map(({ point, outsider }) => [point.entry, outsider]))
  const clash = (group: readonly StatedPoint[]) =>
    group.some((p) => outside.get(p.entry) && group.some((q) => q.reporter !== p.reporter && excludeEachOther([p, q])))
  return byPeriod(best.map(({ point }) => point)).flatMap((group): Found[] => {
    if (!clash(group)) return []
    const head = group[0]!
    const { low, gap } = distance(group)
    const level = head.measure === 'level'
    return [
      {
        id: `${level ? 'values' : 'rates'}-of-all-${head.seriesId}-${head.starts}-${head.ends}`,
        kind: level ? 'values' : 'rates',
        head,
        starts: head.starts,
        ends: head.ends,
        points: group.toSorted((p, q) => new Big(p.value).cmp(q.value) || p.entry - q.entry),
        gap: gap.toFixed(),
        percent: level ? share(gap, low) : null,
        widest: null,
        settled: !clash(group.filter((p) => p.rank !== 'deprecated')),
        sides: null,
        disputed: false,
        checks: [],
      },
    ]
  })
}

/** The base that a growth rate implies beside its level, where level and base are stored; of a base not stated nothing. */
function checkOf(change: StatedPoint, levels: readonly StatedPoint[]): Check | null {
  const { unit, starts, ends, baseStarts, baseEnds } = change
  if ((unit !== 'PCT' && unit !== 'TIMES') || !starts || !ends || !baseStarts || !baseEnds) return null
  const of = (from: string, to: string) =>
    levels.filter(isDated).filter((p) => p.starts === from && p.ends === to && p.unit === p.indicatorUnit)
  const now = of(starts, ends).filter((p) => p.rank !== 'deprecated')
  // The level that the same page gives is the one the rate was said of.
  const level = now.find((p) => p.url !== null && p.url === change.url) ?? reading(now).best
  const base = reading(of(baseStarts, baseEnds)).best
  if (!level || !base || level.obsStatus === 'F' || base.obsStatus === 'F') return null
  const result = checkHeadline({ level, change, changeUnit: unit }, base)
  return result.code === 'notComparable' ? null : { change, level, base, result }
}

/** A rate that contradicts the stored levels, unless it stands among several rates already. */
const asArithmetic = (check: Check, ranked: readonly StatedPoint[]): Found => ({
  id: `arithmetic-${check.change.entry}`,
  kind: 'arithmetic',
  head: check.change,
  starts: check.change.starts!,
  ends: check.change.ends!,
  points: [check.change, check.level, check.base],
  gap: new Big(check.result.difference ?? 0).abs().toFixed(),
  percent: share(new Big(check.result.difference ?? 0).abs(), new Big(check.base.value)),
  widest: null,
  settled:
    check.change.rank === 'deprecated' ||
    (check.change.rank !== 'preferred' && ranked.some((p) => p.rank === 'preferred')),
  sides: null,
  disputed: false,
  checks: [check],
})

const newestFirst = (a: Found, b: Found) =>
  (a.ends < b.ends ? 1 : a.ends > b.ends ? -1 : 0) || (a.starts < b.starts ? 1 : a.starts > b.starts ? -1 : 0)

/**
 * Everything among a relation's figures that does not fit together, newest period first: values of one reporter,
 * counts of several, the two countries' mirror gaps, several growth rates for one number, and rates that contradict
 * the stored levels. A forecast contradicts nothing; rounding is no contradiction.
 * @param countries slugs of the relation's two countries.
 */
export function findDisagreements(points: readonly StatedPoint[], countries: readonly string[]): Found[] {
  const dated = points.filter((p): p is Dated => p.starts !== null && p.ends !== null)
  const flows = groupRows(dated, flowKey)
  const found = flows.flatMap((flow) => {
    const lines = groupRows(flow, (p) => p.reporter ?? '').map((rows) => ({ reporter: rows[0]!.reporter, rows }))
    const counts = amongCounts(lines, countries)
    const told = new Set(counts.map((c) => `${c.starts} ${c.ends}`))
    const within = lines.flatMap((line) =>
      // What nobody named says twice is told once, among all counts of the period.
      withinReporter(line).filter((c) => line.reporter !== null || !told.has(`${c.starts} ${c.ends}`)),
    )
    return [...within, ...mirrored(lines, countries), ...counts]
  })

  const levels = new Map(
    groupRows(
      dated.filter((p) => p.measure === 'level'),
      lineOf,
    ).map((rows) => [lineOf(rows[0]!), rows]),
  )
  const changes = dated.filter((p) => p.measure === 'change' && p.obsStatus !== 'F')
  const checks = new Map(
    changes.flatMap((change): [number, Check][] => {
      const check = checkOf(change, levels.get(lineOf(change)) ?? [])
      return check ? [[change.entry, check]] : []
    }),
  )
  const rates = found.filter((f) => f.kind === 'rates')
  for (const rate of rates) rate.checks = rate.points.flatMap((p) => checks.get(p.entry) ?? [])
  const inRates = new Set(rates.flatMap((f) => f.points.map((p) => p.entry)))
  const arithmetic = [...checks.values()]
    .filter(({ change, result }) => result.code === 'mismatch' && !inRates.has(change.entry))
    .map((check) =>
      asArithmetic(
        check,
        changes.filter(
          (p) => lineOf(p) === lineOf(check.change) && p.starts === check.change.starts && p.ends === check.change.ends,
        ),
      ),
    )
  // Rates were compared in percent; each stands in the words it was stated in.
  const stated = new Map(dated.map((p) => [p.entry, p]))
  return [...found, ...arithmetic]
    .map((f) => ({ ...f, points: f.points.map((p) => stated.get(p.entry)!) }))
    .sort(newestFirst)
}
