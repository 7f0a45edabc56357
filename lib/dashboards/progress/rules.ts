import { type Progress, progressOf } from '@/lib/assessments/progress/rules'
import { groupBySeries, type PointRow } from '../points/rules'
import type { PromiseRecord } from '../promises/queries'

export type ReporterProgress = { head: PointRow; latest: PointRow; progress: Progress }

/**
 * How far each reporter's figures have come towards a target: series of its key, whoever counts. A count asked for a
 * stated day or stretch may have been made with another scope, so scopes are held apart only where a line is measured.
 */
export function progressByReporter(
  points: readonly PointRow[],
  target: PromiseRecord,
  today: string,
): ReporterProgress[] {
  if (target.kind !== 'target' || target.value === null || target.measure === null) return []
  const siblings = points.filter(
    (p) =>
      p.indicator === target.indicator &&
      p.about === target.about &&
      p.origin === target.origin &&
      p.measure === target.measure &&
      p.unit === target.unit,
  )
  return groupBySeries(siblings).flatMap(({ points: rows, head }) => {
    if (head.frequency !== 'I' && head.scope !== target.scope) return []
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
    const latest = rows.find((r) => r.entry === progress.latest?.entry)
    return latest ? [{ head, latest, progress }] : []
  })
}
