import type { Beside } from '@/components/entries/neighbours'
import { currentActor } from '@/lib/auth/session'
import { getChart } from '@/lib/dashboards/queries'
import { Filters } from '@/lib/dashboards/schema'
import { findEntities, findRelationShowing } from '@/lib/entities/queries'
import { listNeighbours } from '@/lib/entries/queue/queries'
import { Refusal } from '@/lib/errors/refusal'
import { answer } from '@/lib/http/door'
import { SeriesKey } from '@/lib/indicators/schema'

export const dynamic = 'force-dynamic'

const json = (beside: Beside) => Response.json(beside, { headers: { 'cache-control': 'no-store' } })

/** What stands of the line that a form describes, by names as typed, and the chart readers see: for its preview. */
export async function GET(request: Request): Promise<Response> {
  return answer('the neighbours of a figure', async () => {
    const actor = await currentActor()
    const asked = new URL(request.url).searchParams
    const typed = (name: string) => asked.get(name)?.trim() || null
    const texts = ['about', 'reporter', 'origin'].flatMap((name) => typed(name) ?? [])
    const meanings = await findEntities(actor, texts)
    const slug = (name: string) => (typed(name) === null ? null : (meanings.get(typed(name)!)?.[0] ?? ''))
    const key = SeriesKey.safeParse({
      indicator: typed('indicator'),
      about: slug('about'),
      reporter: slug('reporter'),
      origin: slug('origin'),
      measure: typed('measure') ?? 'level',
      unit: typed('unit'),
      scope: typed('scope') ?? '',
    })
    if (!key.success && actor.role === null) throw new Refusal('signInNeeded')
    if (!key.success) return json({ rows: [], spec: null })
    const { indicator, about: whom, measure } = key.data
    const [rows, relation] = await Promise.all([listNeighbours(actor, key.data), findRelationShowing(actor, whom)])
    const chart = relation === null ? null : await getChart(actor, relation, indicator, Filters.parse({}), measure)
    return json({ rows, spec: chart?.spec ?? null })
  })
}
