import { currentActor } from '@/lib/auth/session'
import { answer } from '@/lib/http/door'
import { listSuggestions } from '@/lib/search/queries'
import { SearchFilters } from '@/lib/search/schema'

export const dynamic = 'force-dynamic'

/** What to offer while somebody types `q`: relations, indicators, names. */
export async function GET(request: Request): Promise<Response> {
  return answer('suggestions of a search', async () => {
    const { q } = SearchFilters.parse({ q: new URL(request.url).searchParams.get('q') })
    const offered = q === null ? [] : await listSuggestions(await currentActor(), q)
    return Response.json(offered, { headers: { 'cache-control': 'private, max-age=30' } })
  })
}
