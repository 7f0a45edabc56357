import type { Chart } from 'chart.js'
import type { Scene } from '../scene'
import type { ChartPoint } from '../spec'

/** A point as it stands in the picture, in CSS pixels. */
export type DrawnPoint = { x: number; y: number; point: ChartPoint; series: number; shown: boolean }

/** Every point with its place; ranges and crowded markers too, though they have no marker. */
export function drawnPoints(chart: Chart, scene: Scene): DrawnPoint[] {
  return scene.runs.flatMap((run, i) => {
    const { data } = chart.getDatasetMeta(i)
    return run.points.flatMap((point, j) => {
      const element = data[j]
      if (!point || !element) return []
      return [{ x: element.x, y: element.y, point, series: run.series, shown: element.options.radius !== 0 }]
    })
  })
}
