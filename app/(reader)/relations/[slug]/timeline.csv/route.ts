import { timelineColumns, toTimelineRow } from '@/lib/timelines/files/rules'
import { listTimeline } from '@/lib/timelines/queries'
import { TimelineFilters } from '@/lib/timelines/schema'
import { answerTable } from '../../../table-file'

export const dynamic = 'force-dynamic'

/** The time line as a table, every line with what it cites. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const { slug } = await params
  return answerTable(
    request,
    slug,
    'timeline',
    { columns: timelineColumns, filters: TimelineFilters },
    async (actor, asked) => (await listTimeline(actor, slug, asked))?.map(toTimelineRow) ?? null,
  )
}
