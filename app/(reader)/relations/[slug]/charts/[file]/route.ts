import { createHash } from 'node:crypto'
import { currentActor } from '@/lib/auth/session'
import { drawChart } from '@/lib/charts/render/pool'
import {
  type ChartFormat,
  type ChartRequest,
  chartFormats,
  contentTypes,
  isChartFormat,
  toChartRequest,
} from '@/lib/charts/request'
import type { ChartSpec } from '@/lib/charts/spec'
import { toRow } from '@/lib/dashboards/points/rules'
import { getChart, getRelations, listIndicators } from '@/lib/dashboards/queries'
import { type Fault, Refusal } from '@/lib/errors/refusal'
import { toCsv } from '@/lib/formats/csv'
import { toJson } from '@/lib/formats/json'
import { answer } from '@/lib/http/door'

export const dynamic = 'force-dynamic'

type Chart = NonNullable<Awaited<ReturnType<typeof getChart>>>
type Actor = Awaited<ReturnType<typeof currentActor>>

const missing = (fault: Fault) => new Refusal('notFound', [fault])
const shown = (text: string) => text.slice(0, 80)

/** Says which of relation and indicator does not exist, and what does. */
async function nothingThere(actor: Actor, slug: string, code: string): Promise<Refusal> {
  const found = await listIndicators(actor, slug)
  if (found)
    return missing({
      field: 'indicator',
      code: 'noSuchIndicator',
      values: { value: shown(code), expected: found.indicators.map((i) => i.code).join(', ') },
    })
  const relations = await getRelations(actor)
  return missing({
    field: 'relation',
    code: 'noSuchRelation',
    values: { value: shown(slug), expected: relations.map((r) => r.slug).join(', ') },
  })
}

const drawable = ({ spec, indicator }: Chart): ChartSpec => {
  if (!spec) throw missing({ field: 'chart', code: 'nothingToDraw', values: { value: indicator.code } })
  return spec
}

const picture =
  (format: 'png' | 'svg' | 'pdf') =>
  async (chart: Chart, { width, height, scale, theme }: ChartRequest) =>
    drawChart(drawable(chart), { format, width, height, scale, theme })

/** How a chart becomes each kind of file: formats differ by one line here. */
const writers: Record<ChartFormat, (chart: Chart, asked: ChartRequest) => Promise<Uint8Array | string>> = {
  png: picture('png'),
  svg: picture('svg'),
  pdf: picture('pdf'),
  csv: async ({ points }, { measure, lang }) =>
    toCsv(points.filter((p) => p.measure === measure).map((p) => toRow(p, lang))),
  json: async (chart) => toJson(drawable(chart)),
}

/** A chart as a file, made from the same query and specification as on the page. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ slug: string; file: string }> },
): Promise<Response> {
  return answer('a chart', async () => {
    const { slug, file } = await params
    const [, code, format] = /^([^.]*)\.?(.*)$/.exec(file) ?? []
    if (!code || !format || !isChartFormat(format))
      throw missing({
        field: 'format',
        code: 'noSuchFormat',
        values: { value: shown(format ?? ''), expected: chartFormats.join(', ') },
      })
    const asked = toChartRequest(new URL(request.url).searchParams)
    const actor = await currentActor()
    const chart = await getChart(actor, slug, code, { ...asked, theme: null }, asked.measure, asked.lang)
    if (!chart) throw await nothingThere(actor, slug, code)
    const bytes = Buffer.from(await writers[format](chart, asked))
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`
    const headers = {
      'content-type': contentTypes[format],
      'content-disposition': `${format === 'csv' ? 'attachment' : 'inline'}; filename="${slug}-${code}.${format}"`,
      // Anybody may keep it, but asks again: a publication is to be seen at once.
      'cache-control': actor.role === null ? 'public, no-cache' : 'private, no-cache',
      'x-content-type-options': 'nosniff',
      etag,
    }
    const known = request.headers
      .get('if-none-match')
      ?.split(/\s*,\s*/)
      .map((tag) => tag.replace(/^W\//, ''))
    return known?.includes(etag)
      ? new Response(null, { status: 304, headers })
      : new Response(new Uint8Array(bytes), { headers })
  })
}
