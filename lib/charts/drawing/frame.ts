import type { Chart, Plugin } from 'chart.js'
import { type FrameLayout, layoutFrame } from '../layout/frame'
import { rememberWidths } from '../layout/wrap'
import type { Scene } from '../scene'
import { drawEventNumber, drawSeriesSample, drawSign } from './samples'

const layouts = new WeakMap<Chart, FrameLayout>()

/** Measures and places the texts around the plot; Chart.js asks for it as the chart's padding, once per layout. */
export function layoutOf(chart: Chart, scene: Scene): FrameLayout {
  const { ctx } = chart
  const measure = rememberWidths((text, font) => {
    if (ctx.font !== font) ctx.font = font
    return ctx.measureText(text).width
  })
  const layout = layoutFrame(scene, { width: chart.width, height: chart.height }, measure)
  layouts.set(chart, layout)
  return layout
}

/** The layout the chart was last given. */
export function currentLayout(chart: Chart): FrameLayout | undefined {
  return layouts.get(chart)
}

/** The scene a chart draws, straight from its options and not through Chart.js's resolver. */
export function sceneOf(chart: Chart): Scene {
  const scene = chart.config.options?.plugins?.entente?.scene?.()
  if (!scene) throw new Error('this chart was not made by toConfig')
  return scene
}

/** Everything that is not plot: ground, title, unit, key, notes, events, sources. */
export const framePlugin: Plugin<'line'> = {
  id: 'ententeFrame',
  beforeDraw(chart) {
    const { ctx } = chart
    const { theme, frame } = sceneOf(chart)
    if (frame === 'page') return
    ctx.fillStyle = theme.paper
    ctx.fillRect(0, 0, chart.width, chart.height)
  },
  afterDraw(chart) {
    const layout = currentLayout(chart)
    if (!layout) return
    const scene = sceneOf(chart)
    const { ctx } = chart
    const { theme } = scene
    ctx.save()
    if (layout.rule !== null) {
      ctx.fillStyle = theme.line
      ctx.fillRect(layout.sizes.margin, layout.rule, chart.width - 2 * layout.sizes.margin, 1)
    }
    ctx.textBaseline = 'alphabetic'
    for (const { texts } of layout.blocks) {
      for (const t of texts) {
        if (ctx.font !== t.font) ctx.font = t.font
        ctx.fillStyle = theme[t.tone]
        ctx.textAlign = t.align
        ctx.fillText(t.text, t.x, t.y)
      }
    }
    for (const { samples } of layout.blocks) {
      for (const { sample, x, y } of samples) {
        if ('series' in sample) drawSeriesSample(ctx, scene, sample.series, x, y, layout.sizes)
        else if ('sign' in sample) drawSign(ctx, scene, sample.sign, x, y, layout.sizes)
        else drawEventNumber(ctx, scene, sample.event, x, y, layout.sizes)
      }
    }
    ctx.restore()
  },
}
