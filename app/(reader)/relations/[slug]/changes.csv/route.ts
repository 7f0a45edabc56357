import { revisionColumns, toRevisionRows } from '@/lib/revisions/files/rules'
import { listRevisions, most } from '@/lib/revisions/queries'
import { RevisionFilters } from '@/lib/revisions/schema'
import { answerTable } from '../../../table-file'

export const dynamic = 'force-dynamic'

/** What changed as a table: old and new of every field, and what each row cites. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const { slug } = await params
  return answerTable(
    request,
    slug,
    'changes',
    { columns: revisionColumns, filters: RevisionFilters },
    async (actor, asked) => (await listRevisions(actor, slug, asked, most.file))?.lines.flatMap(toRevisionRows) ?? null,
  )
}
