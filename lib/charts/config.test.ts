import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toConfig, toScene } from './config'
import { layoutFrame } from './layout/frame'
import { toMs } from './layout/time'
import { readSpec } from './render/pictures/specs'
import { lightTheme } from './theme'

const trade = readSpec('trade-turnover')
const size = { width: 1000, height: 500 }
const config = toConfig(trade, lightTheme, size)
const scene = toScene(trade, lightTheme, 'picture')
/** Half the font size a letter: near enough to IBM Plex Sans for what is tested here. */
const measure = (text: string, font: string) => text.length * Number(/([\d.]+)px/.exec(font)![1]) * 0.52

test('a value stands in the middle of its period', () => {
  const [first] = config.data.datasets[0]!.data
  expect(first!.x).toBe((toMs('2018-01-01') + toMs('2019-01-01')) / 2)
  expect(first!.y).toBeCloseTo(258.26)
})

test('both axes are linear: no date library is needed', () => {
  expect([config.options!.scales!.x!.type, config.options!.scales!.y!.type]).toEqual(['linear', 'linear'])
})

test('the axis holds the target that is not reached yet', () => {
  expect(config.options!.scales!.y!.max).toBeGreaterThan(1000)
})

test('parts of a year are diamonds that no line joins', () => {
  const parts = config.data.datasets.filter((_, i) => scene.runs[i]!.points.every((p) => p?.span === 'partYear'))
  expect(parts.length).toBeGreaterThan(0)
  for (const { showLine, pointStyle } of parts) expect([showLine, pointStyle]).toEqual([false, 'rectRot'])
})

test('a doubtful value is hollow', () => {
  const place = scene.runs.findIndex((r) => r.points.some((p) => p?.status === 'U'))
  const index = scene.runs[place]!.points.findIndex((p) => p?.status === 'U')
  const fills = config.data.datasets[place]!.pointBackgroundColor as string[]
  expect(fills[index]).toBe(lightTheme.paper)
})

test('markers of a crowded line go, but those of points that stand alone stay', () => {
  const dense = readSpec('dense-months')
  const alone = {
    ...dense,
    series: [{ ...dense.series[0]!, points: dense.series[0]!.points.filter((_, i) => i !== 1) }],
  }
  const radius = toConfig(alone, lightTheme, size).data.datasets[0]!.pointRadius as number[]
  expect(radius[0]).toBeGreaterThan(0)
  expect(radius[2 + 1]).toBe(0)
})

test('every word of title, unit, notes, events, sources and date is in the picture', () => {
  const layout = layoutFrame(scene, { width: 390, height: 700 }, measure)
  const drawn = layout.blocks.flatMap((b) => b.texts.map((t) => t.text)).join(' ')
  const said = [
    trade.title,
    trade.unitLabel,
    ...trade.footnotes,
    ...trade.events.map((e) => e.label),
    trade.sourceLine,
    trade.knownLine,
  ]
  for (const word of said.join(' ').split(/\s+/)) expect(drawn).toContain(word)
})

test('a picture too small for its notes says so instead of cutting them', () => {
  const layout = layoutFrame(scene, { width: 320, height: 200 }, measure)
  const drawn = layout.blocks.flatMap((b) => b.texts.map((t) => t.text)).join(' ')
  expect(drawn).toContain(trade.words.cut.split(' ')[0])
  expect(drawn).toContain('2026')
})

test('no line of text is wider than its picture, whatever the title and the size', () => {
  const title = fc.array(fc.string({ minLength: 1, maxLength: 60 }), { maxLength: 30 }).map((w) => w.join(' '))
  fc.assert(
    fc.property(
      title,
      fc.integer({ min: 320, max: 4000 }),
      fc.integer({ min: 150, max: 3000 }),
      (text, width, height) => {
        const asked = toScene({ ...trade, title: text, sourceLine: text }, lightTheme, 'picture')
        const { blocks } = layoutFrame(asked, { width, height }, measure)
        for (const t of blocks.flatMap((b) => b.texts)) {
          const wide = measure(t.text, t.font)
          const left = t.align === 'right' ? t.x - wide : t.x
          expect(left).toBeGreaterThanOrEqual(-0.5)
          expect(left + wide).toBeLessThanOrEqual(width + 0.5)
        }
      },
    ),
    { numRuns: 60 },
  )
})
