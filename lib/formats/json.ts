import type { ChartSpec } from '@/lib/charts/spec'

/** The chart as data: all it takes to draw it again. */
export function toJson(spec: ChartSpec): string {
  return `${JSON.stringify(spec, null, 2)}\n`
}
