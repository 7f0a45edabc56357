import { currentActor } from '@/lib/auth/session'
import { toCsv } from '@/lib/formats/csv'
import { answer } from '@/lib/http/door'
import { fileAnswer } from '@/lib/http/file'
import { listFoundRows } from '@/lib/search/queries'
import { foundColumns, SearchFilters } from '@/lib/search/schema'

export const dynamic = 'force-dynamic'

/** The figures, promises and events that a search finds, each with its citation. */
export async function GET(request: Request): Promise<Response> {
  return answer('a table of what was found', async () => {
    const filters = SearchFilters.parse(Object.fromEntries(new URL(request.url).searchParams))
    const actor = await currentActor()
    return fileAnswer(request, actor, {
      name: 'search.csv',
      type: 'text/csv; charset=utf-8',
      body: toCsv(foundColumns, await listFoundRows(actor, filters)),
    })
  })
}
