import type { Scene, Size } from '../scene'
import { type Block, eventKey, type LegendItem, legendRows, moved, paragraph, sampleWidth, sourceRow } from './blocks'
import { dayText } from './days'
import { gapShapes } from './gaps'
import { type KeySign, keySigns } from './look'
import { type TypeSizes, typeSizes } from './type-sizes'
import { type Measure, wrap } from './wrap'

/** Names of the lines right of the plot, each with its latest value. */
export type GutterItem = { series: number; lines: string[]; values: string[] }
export type FrameLayout = {
  sizes: TypeSizes
  padding: { top: number; right: number; bottom: number; left: number }
  blocks: Block[]
  /** Height of the hairline above the sources, if any. */
  rule: number | null
  gutter: { items: GutterItem[]; width: number } | null
  /** Height of the strip above the plot in which event numbers stand. */
  strip: number
}

/** Least part of the picture that belongs to the plot with its axes. */
const plotShare = 0.38
const tries = [
  { factor: 1, notes: true },
  { factor: 0.9, notes: true },
  { factor: 0.8, notes: true },
  { factor: 1, notes: false },
  { factor: 0.85, notes: false },
  { factor: 0.7, notes: false },
  { factor: 0.6, notes: false },
]

/**
 * Places every text around the plot. Nothing is cut off: text wraps, then shrinks; only when a picture is too small
 * for notes and events does a sentence that says so stand in their place.
 */
export function layoutFrame(scene: Scene, size: Size, measure: Measure): FrameLayout {
  const least = Math.max(size.height * plotShare, Math.min(120, size.height * 0.5))
  let layout: FrameLayout | undefined
  for (const attempt of tries) {
    layout = compose(scene, size, measure, typeSizes(size, scene.theme, attempt.factor), attempt.notes)
    if (size.height - layout.padding.top - layout.padding.bottom >= least) return layout
  }
  return layout!
}

function compose(scene: Scene, size: Size, measure: Measure, sizes: TypeSizes, notes: boolean): FrameLayout {
  const { spec } = scene
  const full = scene.frame === 'picture'
  const margin = full ? sizes.margin : 2
  const place = { ...sizes, margin }
  const width = size.width - 2 * margin
  const signs: KeySign[] = keySigns(scene.runs.flatMap((r) => r.points.filter((p) => p !== null)))
  if (gapShapes(spec, scene.range).length > 0) signs.push('gap')
  const gutter = gutterItems(scene, size, sizes, measure)

  const top = stack(full ? sizes.margin * 0.8 : 0, [
    full ? [paragraph(spec.title, sizes.title, sizes.titleLine, 'ink', place, width, measure), 2] : null,
    full
      ? [paragraph(spec.unitLabel, sizes.text, sizes.textLine, 'muted', place, width, measure), sizes.base * 0.5]
      : null,
    [legendRows(legendItems(scene, signs, gutter !== null), place, width, measure), sizes.base * 0.5],
  ])
  const strip = spec.events.length > 0 ? Math.round(sizes.tinySize * 2) : Math.round(sizes.base * 0.5)

  const below = full ? belowPlot(scene, place, width, measure, notes) : { blocks: [], height: 0, rule: null }
  const start = size.height - below.height
  return {
    sizes,
    padding: {
      top: Math.ceil(top.end + strip),
      right: margin + (gutter ? gutter.width : Math.round(sizes.base * 0.7)),
      bottom: Math.ceil(below.height),
      left: margin,
    },
    blocks: [...top.blocks, ...below.blocks.map((b) => moved(b, start))],
    rule: below.rule === null ? null : Math.round(start + below.rule) + 0.5,
    gutter,
    strip,
  }
}

function belowPlot(scene: Scene, sizes: TypeSizes, width: number, measure: Measure, notes: boolean) {
  const { spec } = scene
  const small = (text: string) => paragraph(text, sizes.small, sizes.smallLine, 'muted', sizes, width, measure)
  const events = spec.events.map((e, i) => ({ number: `${i + 1}`, date: dayText(e.on, spec.lang), label: e.label }))
  const left = events.length + spec.footnotes.length > 0
  const said = notes ? spec.footnotes.map(small) : left ? [small(spec.words.cut)] : []
  const above = stack(sizes.base * 0.7, [
    notes && events.length > 0 ? [eventKey(events, sizes, width, measure), sizes.base * 0.4] : null,
    ...said.map((b): [Block, number] => [b, 1]),
  ])
  const rule = above.blocks.length > 0 ? above.end + sizes.base * 0.35 : sizes.base * 0.5
  const source = sourceRow(spec.sourceLine, spec.knownLine, sizes, width, measure)
  const end = rule + sizes.base * 0.5
  return {
    blocks: [...above.blocks, moved(source, end)],
    height: end + source.height + sizes.margin * 0.7,
    rule,
  }
}

/** Blocks under one another; each with the space that follows it. */
function stack(from: number, parts: ([Block, number] | null)[]): { blocks: Block[]; end: number } {
  const blocks: Block[] = []
  let y = from
  for (const part of parts) {
    if (!part || part[0].height === 0) continue
    blocks.push(moved(part[0], y))
    y += part[0].height + part[1]
  }
  return { blocks, end: y }
}

function legendItems(scene: Scene, signs: KeySign[], named: boolean): LegendItem[] {
  const series = named ? [] : scene.spec.series.map((s, i) => ({ label: s.label, sample: { series: i } }))
  return [...series, ...signs.map((sign) => ({ label: scene.spec.words[sign], sample: { sign } }))]
}

/** Lines are named at their ends where there is room, which is easier to read than a key above. */
function gutterItems(scene: Scene, size: Size, sizes: TypeSizes, measure: Measure): FrameLayout['gutter'] {
  const shown = scene.spec.series.map((series, i) => ({ series, i })).filter(({ series }) => series.points.length > 0)
  if (size.width < 600 || shown.length === 0 || shown.length > 5) return null
  const swatch = sampleWidth(sizes) + sizes.base
  const most = size.width * 0.23 - swatch
  const items = shown.map(({ series, i }) => {
    const last = scene.runs.filter((r) => r.series === i).flatMap((r) => r.points.at(-1) ?? [])
    const latest = last.sort((a, b) => a.ends.localeCompare(b.ends)).at(-1)
    return {
      series: i,
      lines: wrap(series.label, sizes.strong, most, measure),
      values: latest ? wrap(`${latest.text} · ${latest.periodLabel}`, sizes.small, most, measure) : [],
    }
  })
  const height = items.reduce((sum, item) => sum + itemHeight(item, sizes), 0)
  if (items.some((item) => item.lines.length > 3) || height > size.height * 0.45) return null
  const text = Math.max(
    ...items.flatMap((item) => item.lines.map((l) => measure(l, sizes.strong))),
    ...items.flatMap((item) => item.values.map((v) => measure(v, sizes.small))),
  )
  return { items, width: Math.ceil(swatch + text) }
}

export function itemHeight(item: GutterItem, sizes: TypeSizes): number {
  return item.lines.length * sizes.textLine + item.values.length * sizes.smallLine + sizes.base * 0.5
}
