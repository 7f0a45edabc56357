import type { MapSpec } from '@/lib/charts/map/spec'
import type { ChartSpec } from '@/lib/charts/spec'

/** The chart or map as data: all it takes to draw it again. */
export function toJson(spec: ChartSpec | MapSpec): string {
  return `${JSON.stringify(spec, null, 2)}\n`
}
