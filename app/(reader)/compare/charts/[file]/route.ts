import { getComparisonChart } from '@/lib/comparisons/queries'
import { readComparison } from '@/lib/comparisons/rules'
import { rowColumns } from '@/lib/comparisons/schema'
import { toCsv } from '@/lib/formats/csv'
import { answerChart, missing, shown } from '../../../chart-file'

export const dynamic = 'force-dynamic'

/** A chart of a comparison as a file; the address says which lines, as that of the page does. */
export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const { file } = await params
  return answerChart(request, 'compare', file, async (actor, code, asked) => {
    const { comparison } = readComparison(new URL(request.url).searchParams)
    const chart = await getComparisonChart(actor, comparison, code, asked.lang)
    if (!chart) throw missing({ field: 'chart', code: 'nothingToDraw', values: { value: shown(code) } })
    return { spec: chart.spec, toCsv: () => toCsv(rowColumns, chart.rows) }
  })
}
