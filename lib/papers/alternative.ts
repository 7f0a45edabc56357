import type { ChartSpec } from '@/lib/charts/spec'
import { toSummary } from '@/lib/charts/summary'

/** A chart in words, for whoever cannot see it. */
export const altOf = (spec: ChartSpec): string =>
  `${spec.title} (${spec.unitLabel}). ${toSummary(spec)} ${spec.sourceLine} ${spec.knownLine}`
