'use client'

import { type ComponentType, useEffect, useState } from 'react'
import type { DrawingProps } from './chart-drawing'

/** Keeps the place of the drawing and fetches its script once the page can be read and used. */
export function ChartCanvas(props: DrawingProps) {
  const [Drawing, setDrawing] = useState<ComponentType<DrawingProps> | null>(null)
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
  return <div className="chart-box">{Drawing ? <Drawing {...props} /> : null}</div>
}
