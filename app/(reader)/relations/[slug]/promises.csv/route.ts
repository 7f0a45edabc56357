import { currentActor } from '@/lib/auth/session'
import { contentTypes } from '@/lib/charts/request'
import { toCsv } from '@/lib/formats/csv'
import { answer } from '@/lib/http/door'
import { fileAnswer } from '@/lib/http/file'
import { listPromiseRows } from '@/lib/promises/queries'
import { promiseColumns } from '@/lib/promises/rules'
import { PromiseFilters } from '@/lib/promises/schema'
import { noRelation } from '../no-relation'

export const dynamic = 'force-dynamic'

/** The promises that the page shows under the same settings, a row for each step, each with what it cites. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const { slug } = await params
  return answer('a table of promises', async () => {
    const asked = Object.fromEntries(new URL(request.url).searchParams)
    const actor = await currentActor()
    const rows = await listPromiseRows(actor, slug, PromiseFilters.parse(asked))
    if (!rows) throw await noRelation(actor, slug)
    return fileAnswer(request, actor, {
      name: `${slug}-promises.csv`,
      type: contentTypes.csv,
      body: toCsv(promiseColumns, rows),
    })
  })
}
