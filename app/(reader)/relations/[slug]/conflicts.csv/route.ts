import { currentActor } from '@/lib/auth/session'
import { Filters } from '@/lib/dashboards/schema'
import { listConflictRows } from '@/lib/disagreements/queries'
import { Choice, rowColumns } from '@/lib/disagreements/schema'
import { toCsv } from '@/lib/formats/csv'
import { answer } from '@/lib/http/door'
import { fileAnswer } from '@/lib/http/file'
import { noRelation } from '../no-relation'

export const dynamic = 'force-dynamic'

/** The conflicts that the page's address shows, one row for each figure. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const { slug } = await params
  return answer('a table of conflicts', async () => {
    const asked = Object.fromEntries(new URL(request.url).searchParams)
    const actor = await currentActor()
    const rows = await listConflictRows(actor, slug, Filters.parse(asked), Choice.parse(asked))
    if (!rows) throw await noRelation(actor, slug)
    return fileAnswer(request, actor, {
      name: `${slug}-conflicts.csv`,
      type: 'text/csv; charset=utf-8',
      body: toCsv(rowColumns, rows),
    })
  })
}
