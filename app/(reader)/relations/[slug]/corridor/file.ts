import type { Actor } from '@/lib/auth/actor'
import type { ChartRequest } from '@/lib/charts/request'
import { getCorridorPicture } from '@/lib/corridors/queries'
import { CorridorChoice, type CorridorRow } from '@/lib/corridors/schema'
import { type Columns, observationColumns, toCsv } from '@/lib/formats/csv'
import { type LeavingChart, missing, shown } from '../../../chart-file'

export const corridorColumns: Columns<CorridorRow> = {
  about: 'about',
  kind: 'kind',
  measure: 'measure',
  scope: 'scope',
  ...observationColumns,
}

/** The corridor that an address asks for. */
export const choiceOf = (request: Request) => CorridorChoice.parse(new URL(request.url).searchParams.get('corridor'))

/** The map (`map`) or a chart of the page by its indicator, as a file leaves with it. */
export async function corridorPicture(
  request: Request,
  actor: Actor,
  slug: string,
  name: string,
  asked: ChartRequest,
): Promise<LeavingChart> {
  const found = await getCorridorPicture(actor, slug, { ...asked, theme: null }, choiceOf(request), name, asked.lang)
  if (!found) throw missing({ field: 'chart', code: 'nothingToDraw', values: { value: shown(name) } })
  return { spec: found.spec, toCsv: () => toCsv(corridorColumns, found.rows()) }
}
