'use client'

import { type ComponentType, useEffect, useState } from 'react'
import type { ChartSpec } from '@/lib/charts/spec'
import type { DrawingProps } from './chart-drawing'

type CanvasProps = Omit<DrawingProps, 'spec'> & {
  /** What is drawn, or the id of the element of the page that holds it: a page carries its figures once. */
  spec: ChartSpec | string
}

/** Keeps the place of the drawing and fetches its script once the page can be read and used. */
export function ChartCanvas({ spec, ...rest }: CanvasProps) {
  const [Drawing, setDrawing] = useState<ComponentType<DrawingProps> | null>(null)
  const [stored, setStored] = useState<ChartSpec | null>(null)
  useEffect(() => {
    let wanted = true
    // Without it (offline, blocked) the table is still there, so nothing is said.
    import('./chart-drawing').then(
      ({ ChartDrawing }) => wanted && setDrawing(() => ChartDrawing),
      () => {},
    )
    return () => {
      wanted = false
    }
  }, [])
  useEffect(() => {
    if (typeof spec === 'string') setStored(JSON.parse(document.getElementById(spec)?.textContent ?? 'null'))
  }, [spec])
  const drawn = typeof spec === 'string' ? stored : spec
  return <div className="chart-box">{Drawing && drawn ? <Drawing {...rest} spec={drawn} /> : null}</div>
}
