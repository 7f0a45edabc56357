import { currentActor } from '@/lib/auth/session'
import { listComparisonRows } from '@/lib/comparisons/queries'
import { readComparison } from '@/lib/comparisons/rules'
import { rowColumns } from '@/lib/comparisons/schema'
import { toCsv } from '@/lib/formats/csv'
import { answer } from '@/lib/http/door'
import { fileAnswer } from '@/lib/http/file'

export const dynamic = 'force-dynamic'

/** The lines that the page's address compares, one row for each figure. */
export async function GET(request: Request): Promise<Response> {
  return answer('a comparison', async () => {
    const { comparison } = readComparison(new URL(request.url).searchParams)
    const actor = await currentActor()
    return fileAnswer(request, actor, {
      name: 'compare.csv',
      type: 'text/csv; charset=utf-8',
      body: toCsv(rowColumns, await listComparisonRows(actor, comparison)),
    })
  })
}
