'use client'

import { useMemo } from 'react'
import { ChartCanvas } from '@/components/charts/chart-canvas'
import { Notice } from '@/components/ui/notice'
import type { ChartSpec } from '@/lib/charts/spec'
import { readBase, readFigure, readPeriod } from '@/lib/entries/forms/figures/rules'
import { warningsOf } from '@/lib/entries/forms/warnings/rules'
import type { Neighbour } from '@/lib/entries/queue/queries'
import charts from '@/lib/i18n/en/charts.json'
import en from '@/lib/i18n/en/forms.json'
import { fill } from '@/lib/i18n/fill'
import { defaultLocale } from '@/lib/i18n/locales'
import { formatPeriod } from '@/lib/periods/rules'
import { formatQuantity } from '@/lib/quantities/rules'
import { useFilling } from './form-context'
import { useNeighbours } from './neighbours'
import { type Draft, withFigure } from './preview-spec'
import { SmallChart } from './small-chart'

/** Card and chart as readers will see them, and what stands of the line already: while somebody types. */
export function FigurePreview({ root }: { root: number | null }) {
  const { live, kind, choices } = useFilling()
  const read = readFigure(live, new Map(choices.indicators.map((i) => [i.code, i.unit])))
  const { rows: neighbours, spec } = useNeighbours(live, read.unit)
  const indicator = choices.indicators.find((i) => i.code === live['series.indicator'])
  const { period, faults } = readPeriod(live)
  const whole = read.faults.length === 0 && faults.length === 0 && read.unit !== null && indicator !== undefined
  if (!whole) return <p className="muted small">{en.previewNone}</p>
  const signed = read.measure === 'change'
  const text = (q: typeof read.quantity) => formatQuantity(q, read.unit!, defaultLocale, { signed })
  const figure = {
    kind: kind === 'target' ? ('target' as const) : ('observation' as const),
    quantity: read.quantity,
    period,
    baseStarts: readBase(live).period?.starts ?? null,
    rank: live.rank ?? 'normal',
  }
  const others = neighbours.filter((n) => n.rootId !== root)
  return (
    <>
      <div className="preview-card">
        <h3>{indicator.name}</h3>
        <p className="muted small">
          {live['series.about']} · {live['series.reporter']?.trim() || en.nobody}
        </p>
        <p className="preview-figure">{text(read.quantity)}</p>
        <p className="small">{formatPeriod(period, defaultLocale)}</p>
      </div>
      {spec && (read.measure === 'change' || read.unit === indicator.unit) ? (
        <PreviewChart
          spec={spec}
          draft={{
            figure,
            unit: read.unit!,
            text: text(read.quantity),
            label: live['series.reporter']?.trim() || en.nobody,
            named: Boolean(live['series.reporter']?.trim()),
            obsStatus: live.obsStatus ?? 'A',
            today: choices.today,
          }}
          beside={neighbours}
          root={root}
        />
      ) : (
        <SmallChart figure={figure} others={others} text={text} />
      )}
      <p className="muted small">{others.length ? fill(en.inThisLine, { count: others.length }) : en.isNew}</p>
      {warningsOf(figure, neighbours, root).map((w) => (
        <Notice key={`${w.code} ${w.entry}`} look={w.code === 'differs' ? 'info' : 'warn'}>
          <p className="small">{fill(en[w.code], { entry: w.entry, text: text(w.quantity) })}</p>
        </Notice>
      ))}
    </>
  )
}

/** Drawn anew when the figure changes, not with every key in other fields. */
function PreviewChart({
  spec,
  draft,
  beside,
  root,
}: {
  spec: ChartSpec
  draft: Draft
  beside: readonly Neighbour[]
  root: number | null
}) {
  const told = JSON.stringify(draft)
  const shown = useMemo(() => withFigure(spec, JSON.parse(told), beside, root), [spec, told, beside, root])
  return (
    <ChartCanvas
      spec={shown}
      describedBy="preview-line"
      words={{
        name: fill(charts.figure.drawing, { title: spec.title }),
        keys: charts.figure.keys,
        point: charts.figure.point,
        open: charts.figure.open,
      }}
    />
  )
}
