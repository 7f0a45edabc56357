import { toRow } from '@/lib/dashboards/points/rules'
import { observationColumns, toCsv } from '@/lib/formats/csv'
import { getTargetChart } from '@/lib/promises/queries'
import { PromiseChoice } from '@/lib/promises/schema'
import { answerChart, missing, shown } from '../../../../../chart-file'

export const dynamic = 'force-dynamic'

/** The way to the targets of an indicator as a file, under the settings of the page it stands on. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ slug: string; file: string }> },
): Promise<Response> {
  const { slug, file } = await params
  return answerChart(request, `${slug}-promises`, file, async (actor, code, asked) => {
    const choice = PromiseChoice.parse(Object.fromEntries(new URL(request.url).searchParams))
    const filters = { ...asked, theme: null, ...choice }
    const chart = await getTargetChart(actor, slug, code, filters, asked.lang)
    if (!chart) throw missing({ field: 'chart', code: 'nothingToDraw', values: { value: shown(code) } })
    return {
      ...chart,
      toCsv: () =>
        toCsv(
          observationColumns,
          chart.points.map((p) => toRow(p, asked.lang)),
        ),
    }
  })
}
