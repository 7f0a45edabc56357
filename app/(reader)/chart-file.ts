import type { Actor } from '@/lib/auth/actor'
import { currentActor } from '@/lib/auth/session'
import type { MapSpec } from '@/lib/charts/map/spec'
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
import { type Fault, Refusal } from '@/lib/errors/refusal'
import { toJson } from '@/lib/formats/json'
import { answer } from '@/lib/http/door'
import { fileAnswer } from '@/lib/http/file'

/** A chart that can leave: what is drawn (null where there is nothing to draw) and the rows behind it as CSV. */
export type LeavingChart = { spec: ChartSpec | MapSpec | null; toCsv: () => string | Promise<string> }

export const missing = (fault: Fault) => new Refusal('notFound', [fault])
export const shown = (text: string) => text.slice(0, 80)

const drawable = ({ spec }: LeavingChart, name: string): ChartSpec | MapSpec => {
  if (!spec) throw missing({ field: 'chart', code: 'nothingToDraw', values: { value: shown(name) } })
  return spec
}

type Writer = (chart: LeavingChart, name: string, asked: ChartRequest) => Promise<Uint8Array | string>
const picture =
  (format: 'png' | 'svg' | 'pdf'): Writer =>
  async (chart, name, { width, height, scale, theme }) =>
    drawChart(drawable(chart, name), { format, width, height, scale, theme })

/** How a chart becomes each kind of file: formats differ by one line here. */
const writers: Record<ChartFormat, Writer> = {
  png: picture('png'),
  svg: picture('svg'),
  pdf: picture('pdf'),
  csv: async (chart) => chart.toCsv(),
  json: async (chart, name) => toJson(drawable(chart, name)),
}

/**
 * Answers `<name>.<format>` with a chart as a file, made from the same query and specification as on its page.
 * @param file the last part of the address: "trade-turnover.svg"
 * @param folder what the name of the saved file begins with: "aze-kaz"
 */
export function answerChart(
  request: Request,
  folder: string,
  file: string,
  load: (actor: Actor, name: string, asked: ChartRequest) => Promise<LeavingChart>,
): Promise<Response> {
  return answer('a chart', async () => {
    const [, name, format] = /^([^.]*)\.?(.*)$/.exec(file) ?? []
    if (!name || !format || !isChartFormat(format))
      throw missing({
        field: 'format',
        code: 'noSuchFormat',
        values: { value: shown(format ?? ''), expected: chartFormats.join(', ') },
      })
    const asked = toChartRequest(new URL(request.url).searchParams)
    const actor = await currentActor()
    const body = await writers[format](await load(actor, name, asked), name, asked)
    return fileAnswer(request, actor, {
      name: `${folder}-${name}.${format}`,
      type: contentTypes[format],
      body,
      inline: format !== 'csv',
    })
  })
}
