import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toScene } from '@/lib/charts/config'
import { readSpec } from '@/lib/charts/render/pictures/specs'
import { lightTheme } from '@/lib/charts/theme'
import { exportLinks } from './export-links'
import { sayPoint, stepFrom, toStops } from './reading-order'

const spec = readSpec('trade-turnover')
const stops = toStops(toScene(spec, lightTheme, 'page'))
const at = (place: number | null) => (place === null ? null : stops[place]!)
const latestOfFirst = stepFrom(stops, null, 'ArrowRight')

test('every figure of the chart can be reached', () => {
  expect(stops.map((s) => s.point.entry).sort()).toEqual(
    spec.series.flatMap((s) => s.points.map((p) => p.entry)).sort(),
  )
})

test('reading begins with the latest figure of the first series', () => {
  expect(at(latestOfFirst)!.point.periodLabel).toBe('Jan–Jul 2025')
  expect(at(stepFrom(stops, null, 'Home'))!.point.periodLabel).toBe('2018')
})

test('right and left follow time and stop at the ends', () => {
  const first = stepFrom(stops, latestOfFirst, 'Home')
  expect(stepFrom(stops, first, 'ArrowLeft')).toBe(first)
  expect(at(stepFrom(stops, first, 'ArrowRight'))!.point.periodLabel).toBe('Q1 2022')
})

test('down leads to the next series, at the figure nearest in time', () => {
  const next = at(stepFrom(stops, latestOfFirst, 'ArrowDown'))!
  expect([next.series, next.point.periodLabel]).toEqual([1, 'H1 2025'])
})

test('other keys are left to the browser', () => {
  for (const key of ['Tab', 'a', 'PageDown', ' ']) expect(stepFrom(stops, latestOfFirst, key)).toBeNull()
  expect(stepFrom([], null, 'ArrowRight')).toBeNull()
})

test('no way through the chart leads out of it', () => {
  const keys = fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End')
  fc.assert(
    fc.property(fc.array(keys), (pressed) => {
      const end = pressed.reduce<number | null>((place, key) => stepFrom(stops, place, key), null)
      if (pressed.length > 0) expect(at(end)).toBeDefined()
    }),
  )
})

test('a point is spoken with its series, period, value, doubt, source and place', () => {
  const place = stops.findIndex((s) => s.point.status === 'U')
  const pattern = '{series}, {period}: {text}. {status} {source}. {place} of {count}.'
  expect(sayPoint(pattern, spec, stops, place)).toBe(
    'Azerbaijan’s customs and ministers, 2022: $680 m. doubtful. $218 m above Kazakhstan’s figure. News.Az, 7 April 2023. 4 of 7.',
  )
})

test('a text that looks like a placeholder is spoken as it is', () => {
  const odd = { ...stops[0]!, point: { ...stops[0]!.point, text: '{source} $&' } }
  expect(sayPoint('{text}', spec, [odd], 0)).toBe('{source} $&')
})

test('a chart leaves with the settings it is seen with, and only those', () => {
  const address = '/relations/aze-kaz/charts/trade'
  const links = exportLinks(address, { measure: 'change', from: '2016', known: null, reporter: 'kaz', theme: 'trade' })
  expect(links.map((l) => l.format)).toEqual(['png', 'svg', 'pdf', 'csv', 'json'])
  expect(links[0]!.href).toBe(`${address}.png?measure=change&from=2016&reporter=kaz`)
  expect(exportLinks(address, {})[4]!.href).toBe(`${address}.json`)
})
