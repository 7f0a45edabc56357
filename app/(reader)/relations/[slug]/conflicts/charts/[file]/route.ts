import { toRow } from '@/lib/dashboards/points/rules'
import { getConflictChart } from '@/lib/disagreements/queries'
import { observationColumns, toCsv } from '@/lib/formats/csv'
import { answerChart } from '../../../../../chart-file'
import { noRelation } from '../../../no-relation'

export const dynamic = 'force-dynamic'

/** Both countries' counts of an indicator as a file, the gap between them shaded. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ slug: string; file: string }> },
): Promise<Response> {
  const { slug, file } = await params
  return answerChart(request, `${slug}-conflicts`, file, async (actor, code, asked) => {
    const chart = await getConflictChart(actor, slug, code, { ...asked, theme: null }, asked.lang)
    if (!chart) throw await noRelation(actor, slug)
    return {
      spec: chart.spec,
      toCsv: () =>
        toCsv(
          observationColumns,
          chart.points.map((p) => toRow(p, asked.lang)),
        ),
    }
  })
}
