import type { Actor } from '@/lib/auth/actor'
import { getChart, listIndicators, listObservations } from '@/lib/dashboards/queries'
import type { Refusal } from '@/lib/errors/refusal'
import { observationColumns, toCsv } from '@/lib/formats/csv'
import { answerChart, missing, shown } from '../../../../chart-file'
import { noRelation } from '../../no-relation'

export const dynamic = 'force-dynamic'

/** Says which of relation and indicator does not exist, and what does. */
async function nothingThere(actor: Actor, slug: string, code: string): Promise<Refusal> {
  const found = await listIndicators(actor, slug)
  if (found)
    return missing({
      field: 'indicator',
      code: 'noSuchIndicator',
      values: { value: shown(code), expected: found.indicators.map((i) => i.code).join(', ') },
    })
  return noRelation(actor, slug)
}

/** The chart of an indicator as a file. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ slug: string; file: string }> },
): Promise<Response> {
  const { slug, file } = await params
  return answerChart(request, slug, file, async (actor, code, asked) => {
    const filters = { ...asked, theme: null }
    const chart = await getChart(actor, slug, code, filters, asked.measure, asked.lang)
    if (!chart) throw await nothingThere(actor, slug, code)
    // The file is whole, also where the picture leaves out older figures of long lines.
    const rows = () => listObservations(actor, slug, code, filters, asked.measure, asked.lang)
    return { spec: chart.spec, toCsv: async () => toCsv(observationColumns, (await rows()) ?? []) }
  })
}
