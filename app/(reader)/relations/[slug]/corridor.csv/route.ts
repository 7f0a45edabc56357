import { currentActor } from '@/lib/auth/session'
import { contentTypes, toChartRequest } from '@/lib/charts/request'
import { listCorridorRows } from '@/lib/corridors/queries'
import { toCsv } from '@/lib/formats/csv'
import { answer } from '@/lib/http/door'
import { fileAnswer } from '@/lib/http/file'
import { missing, shown } from '../../../chart-file'
import { choiceOf, corridorColumns } from '../corridor/file'

export const dynamic = 'force-dynamic'

/** Every figure of the corridor's page with its citation, as CSV. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answer('the figures of a corridor', async () => {
    const { slug } = await params
    const asked = toChartRequest(new URL(request.url).searchParams)
    const actor = await currentActor()
    const rows = await listCorridorRows(actor, slug, { ...asked, theme: null }, choiceOf(request), asked.lang)
    if (!rows)
      throw missing({ field: 'relation', code: 'noSuchRelation', values: { value: shown(slug), expected: '' } })
    return fileAnswer(request, actor, {
      name: `${slug}-corridor.csv`,
      type: contentTypes.csv,
      body: toCsv(corridorColumns, rows),
    })
  })
}
