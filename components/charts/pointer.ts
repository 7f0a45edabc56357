import type { ActiveElement, Chart, ChartEvent, ChartOptions, TooltipItem } from 'chart.js'
import { sceneOf } from '@/lib/charts/drawing/frame'
import { hitsOf } from '@/lib/charts/drawing/labels'
import { statusWord } from '@/lib/charts/layout/look'
import { wrap } from '@/lib/charts/layout/wrap'
import type { ChartPoint, ChartSpec } from '@/lib/charts/spec'
import type { ChartTheme } from '@/lib/charts/theme'
import { openEvidence } from './evidence-link'

/** Letters in a line of the tooltip; Chart.js does not break lines itself. */
const lineLength = 46

/** What a drawing on a page has more than a picture: it grows with its box, answers the pointer and tells its points. */
export function pointerOptions(
  spec: ChartSpec,
  theme: ChartTheme,
  openWords: string,
  plugins: ChartOptions<'line'>['plugins'],
): ChartOptions<'line'> {
  return {
    responsive: true,
    events: ['mousemove', 'mouseout', 'click', 'touchstart'],
    interaction: { mode: 'nearest', intersect: true },
    onHover: (event, active, chart) => point(event, active, chart),
    onClick: (event, active, chart) => open(event, active, chart),
    plugins: {
      ...plugins,
      tooltip: {
        backgroundColor: theme.ink,
        titleColor: theme.paper,
        bodyColor: theme.paper,
        footerColor: theme.paper,
        titleFont: { family: theme.font, size: 13, weight: 600 },
        bodyFont: { family: theme.font, size: 13 },
        footerFont: { family: theme.font, size: 12, weight: 400 },
        displayColors: false,
        cornerRadius: 2,
        padding: 10,
        callbacks: {
          title: ([item]) => (item ? lines(labelOf(item, spec)) : []),
          label: (item) => {
            const at = pointOf(item.chart, item.datasetIndex, item.dataIndex)
            if (!at) return []
            const status = at.status === 'A' ? '' : ` (${statusWord(at.status, spec.words)})`
            return [...lines(`${at.periodLabel}: ${at.text}${status}`), ...lines(at.note ?? '')]
          },
          footer: ([item]) => {
            const at = item && pointOf(item.chart, item.datasetIndex, item.dataIndex)
            return at ? [...lines(at.source), openWords] : []
          },
        },
      },
    },
  }
}

function lines(text: string): string[] {
  return wrap(text, '', lineLength, (part) => part.length)
}

function labelOf(item: TooltipItem<'line'>, spec: ChartSpec): string {
  const run = sceneOf(item.chart).runs[item.datasetIndex]
  return run ? (spec.series[run.series]?.label ?? '') : ''
}

function pointOf(chart: Chart, run: number, index: number): ChartPoint | null {
  return sceneOf(chart).runs[run]?.points[index] ?? null
}

type Target = { entry: number; href: string; text: string }
function targetOf({ x, y }: ChartEvent, active: ActiveElement[], chart: Chart): Target | null {
  const first = active[0]
  const at = first ? pointOf(chart, first.datasetIndex, first.index) : null
  if (at) return at
  if (x === null || y === null) return null
  return hitsOf(chart).find((h) => x >= h.left && x <= h.left + h.width && y >= h.top && y <= h.top + h.height) ?? null
}

function point(event: ChartEvent, active: ActiveElement[], chart: Chart) {
  const target = targetOf(event, active, chart)
  chart.canvas.style.cursor = target ? 'pointer' : ''
  // Event numbers and targets have no tooltip of Chart.js; the browser's own tells what they are.
  chart.canvas.title = target && active.length === 0 ? target.text : ''
}

function open(event: ChartEvent, active: ActiveElement[], chart: Chart) {
  const target = targetOf(event, active, chart)
  if (target) openEvidence(chart.canvas, target)
}
