import { currentActor } from '@/lib/auth/session'
import { findEntities } from '@/lib/entities/queries'
import { listNeighbours } from '@/lib/entries/queue/queries'
import { Refusal } from '@/lib/errors/refusal'
import { answer } from '@/lib/http/door'
import { SeriesKey } from '@/lib/indicators/schema'

export const dynamic = 'force-dynamic'

/** What stands of the line that a form describes, by names as typed: for its preview. An unknown line has none. */
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
    const rows = key.success ? await listNeighbours(actor, key.data) : []
    return Response.json(rows, { headers: { 'cache-control': 'no-store' } })
  })
}
