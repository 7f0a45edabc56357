import { Chart, LinearScale, LineController, LineElement, PointElement } from 'chart.js'
import type { LineConfig } from '../config'

Chart.register(LineController, LineElement, PointElement, LinearScale)

/** What Chart.js needs of a canvas when nobody looks at it. */
export type Paper = { width: number; height: number; getContext: () => CanvasRenderingContext2D }

/** Draws a configuration once, hands over while the drawing is there, then lets go of it. */
export function drawOnce<T>(paper: Paper, config: LineConfig, scale: number, read: () => T): T {
  // Chart.js reads nothing of its canvas but these three; the DOM type cannot be had outside a browser.
  const canvas = paper as unknown as HTMLCanvasElement
  const chart = new Chart(canvas, { ...config, options: { ...config.options, devicePixelRatio: scale } })
  try {
    return read()
  } finally {
    chart.destroy()
  }
}
