import Big from 'big.js'
import { type Progress, progressOf } from '@/lib/assessments/progress/rules'
import { groupBySeries, type PointRow } from '../points/rules'
import type { PromiseRecord } from '../promises/queries'

/** `rows`: what was counted for the target's own period; `percent`: the figure that counts ÷ the target, one decimal. */
export type ReporterProgress = {
  head: PointRow
  rows: PointRow[]
  latest: PointRow
  percent: string | null
  progress: Progress
}

/**
 * How far each reporter's figures have come towards a target: series of its key, whoever counts; a change only against
 * the same stated base ("double by 2020" is not met by "tripled in recent years"). Where reporters are named, figures of nobody
 * in particular are left out. A target that is decided is measured by the figure that decided it, not by a later one.
 */
export function progressByReporter(
  points: readonly PointRow[],
  target: PromiseRecord,
  today: string,
): ReporterProgress[] {
  if (target.kind !== 'target' || target.value === null || target.measure === null) return []
  const sameBase = (p: PointRow) =>
    p.measure === 'level' ||
    ((target.baseStarts !== null || target.baseWords !== null) &&
      p.baseStarts === target.baseStarts &&
      p.baseEnds === target.baseEnds &&
      p.baseWords === target.baseWords)
  const siblings = points.filter(
    (p) =>
      p.indicator === target.indicator &&
      p.about === target.about &&
      p.origin === target.origin &&
      p.measure === target.measure &&
      p.unit === target.unit &&
      p.scope === target.scope &&
      sameBase(p),
  )
  const all = groupBySeries(siblings).flatMap(({ points: rows, head }) => {
    const progress = progressOf({
      target: {
        entry: target.entry,
        value: target.value!,
        valueTo: target.valueTo,
        unitMult: target.unitMult ?? 0,
        decimals: target.decimals ?? 0,
        qualifier: target.qualifier ?? 'exact',
        starts: target.starts,
        ends: target.ends,
        measure: target.measure!,
        announcedOn: target.announced,
      },
      observations: rows,
      frequency: head.frequency,
      desired: head.desired,
      today,
    })
    const decisive = 'by' in progress.pace ? progress.pace.by.entry : progress.latest?.entry
    const latest = rows.find((r) => r.entry === decisive)
    if (!latest) return []
    // Past its day and undecided: a later figure says nothing about it.
    const undecided = target.ends !== null && target.ends <= today && !('by' in progress.pace)
    const percent =
      undecided || new Big(target.value!).eq(0) ? null : new Big(latest.value).div(target.value!).times(100).toFixed(1)
    const stated = rows.filter((r) => r.starts === target.starts && r.ends === target.ends)
    return [{ head, rows: stated, latest, percent, progress }]
  })
  const named = all.filter(({ head }) => head.reporter !== null)
  return named.length ? named : all
}
