import type { Filters } from '@/lib/dashboards/schema'
import { overlaps } from '@/lib/periods/rules'
import type { Found } from './finding/rules'
import type { Choice } from './schema'

/** What of all that does not fit together a reader asks for: by theme, days, whose figures, kind, open or settled. */
export const chooseDisagreements = (
  found: readonly Found[],
  { theme, from, to, reporter, kind, state }: Pick<Filters, 'theme' | 'from' | 'to' | 'reporter'> & Choice,
): Found[] =>
  found.filter(
    (f) =>
      (theme === null || f.head.theme === theme) &&
      overlaps({ starts: from, ends: to }, f) &&
      (reporter === null || f.points.some((p) => p.reporter === reporter)) &&
      (kind === null || f.kind === kind || (kind === 'arithmetic' && hasMismatch(f))) &&
      (state === null || f.settled === (state === 'settled')),
  )

/** Among several rates for one number one may not add up either. */
const hasMismatch = ({ checks }: Found) => checks.some(({ result }) => result.code === 'mismatch')
