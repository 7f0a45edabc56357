'use client'

import { Chart as ChartJs, LinearScale, LineController, LineElement, PointElement, Tooltip } from 'chart.js'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Chart } from 'react-chartjs-2'
import { toConfig, toScene } from '@/lib/charts/config'
import type { ChartSpec } from '@/lib/charts/spec'
import { themes } from '@/lib/charts/theme'
import { openEvidence } from './evidence-link'
import { pointerOptions } from './pointer'
import { sayPoint, stepFrom, toStops } from './reading-order'
import { useBoxSize, useFontsReady, useThemeName } from './surroundings'

export type DrawingProps = {
  spec: ChartSpec
  /** Id of the summary that describes the drawing. */
  describedBy: string
  words: { name: string; keys: string; point: string; open: string }
}

ChartJs.register(LineController, LineElement, PointElement, LinearScale, Tooltip)

/** The drawn chart: pointer and keyboard reach every point, a live region says the one that is read. */
export function ChartDrawing({ spec, describedBy, words }: DrawingProps) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<ChartJs<'line'> | undefined>(undefined)
  const size = useBoxSize(box)
  const theme = themes[useThemeName()]
  const ready = useFontsReady(theme.font) && size !== null
  const [place, setPlace] = useState<number | null>(null)

  const stops = useMemo(() => toStops(toScene(spec, theme, 'page')), [spec, theme])
  const config = useMemo(() => {
    if (!size) return null
    const { options, ...rest } = toConfig(spec, theme, size, 'page')
    return { ...rest, options: { ...options, ...pointerOptions(spec, theme, words.open, options?.plugins) } }
  }, [spec, theme, size, words.open])

  useEffect(() => {
    const drawn = chart.current
    if (!drawn) return
    const stop = place === null ? undefined : stops[place]
    const active = stop ? [{ datasetIndex: stop.run, index: stop.index }] : []
    drawn.setActiveElements(active)
    const at = stop && drawn.getDatasetMeta(stop.run).data[stop.index]
    drawn.tooltip?.setActiveElements(active, { x: at?.x ?? 0, y: at?.y ?? 0 })
    drawn.update('none')
  }, [place, stops])

  const onKeyDown = (event: React.KeyboardEvent<HTMLCanvasElement>) => {
    const stop = place === null ? undefined : stops[place]
    if (event.key === 'Enter' && stop) openEvidence(event.currentTarget, stop.point)
    else if (event.key === 'Escape' && stop) setPlace(null)
    else {
      const next = stepFrom(stops, place, event.key)
      if (next === null) return
      setPlace(next)
    }
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="chart-drawing" ref={box}>
      {ready && config ? (
        <Chart
          ref={chart as React.RefObject<ChartJs<'line', { x: number; y: number }[]> | undefined>}
          type="line"
          data={config.data}
          options={config.options}
          plugins={config.plugins}
          className="chart-canvas"
          tabIndex={0}
          aria-label={`${words.name}. ${words.keys}`}
          aria-describedby={describedBy}
          onKeyDown={onKeyDown}
          onBlur={() => setPlace(null)}
        />
      ) : null}
      <p className="hidden-visually" aria-live="polite">
        {place === null ? '' : sayPoint(words.point, spec, stops, place)}
      </p>
    </div>
  )
}
