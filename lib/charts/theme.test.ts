import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { darkTheme, lightTheme, seriesStyle } from './theme'

type RGB = [number, number, number]
const toRgb = (hex: string): RGB => [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255) as RGB
const toLinear = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
const linear = (hex: string): RGB => toRgb(hex).map(toLinear) as RGB

function contrast(a: string, b: string): number {
  const light = (hex: string) => {
    const [r, g, blue] = linear(hex)
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue
  }
  const [dim, bright] = [light(a), light(b)].sort((x, y) => x - y) as [number, number]
  return (bright + 0.05) / (dim + 0.05)
}

/** Machado, Oliveira, Fernandes 2009, severity 1. */
const sights: Record<string, number[][]> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
}

function toLab(rgb: number[]): RGB {
  const [r, g, b] = rgb as RGB
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116)
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047)
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b)
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

function distance(a: string, b: string, sight: number[][]): number {
  const seen = (hex: string) => {
    const rgb = linear(hex)
    return toLab(
      sight.map((row) =>
        Math.min(
          1,
          Math.max(
            0,
            row.reduce((sum, m, i) => sum + m * rgb[i]!, 0),
          ),
        ),
      ),
    )
  }
  const [la, lb] = [seen(a), seen(b)]
  return Math.hypot(la[0] - lb[0], la[1] - lb[1], la[2] - lb[2])
}

for (const theme of [lightTheme, darkTheme]) {
  test(`${theme.name}: text keeps 4.5:1 and lines keep 3:1 on paper`, () => {
    for (const color of [theme.ink, theme.muted, theme.accent])
      expect(contrast(color, theme.paper)).toBeGreaterThan(4.5)
    for (const color of theme.series) expect(contrast(color, theme.paper)).toBeGreaterThan(3)
  })

  test.each(Object.entries(sights))(`${theme.name}: the tones stay apart under %s`, (_, sight) => {
    for (const [i, a] of theme.series.entries()) {
      for (const [j, b] of theme.series.entries()) {
        // 2.3 is just noticeable; the first four, which most charts have, keep twice the distance of the rest.
        if (i < j) expect(distance(a, b, sight), `${a} ${b}`).toBeGreaterThan(j < 4 ? 24 : 13)
      }
    }
  })
}

test('twelve series differ from one another in colour or in dash and marker', () => {
  const looks = Array.from({ length: 12 }, (_, i) => JSON.stringify(seriesStyle(lightTheme, i)))
  expect(new Set(looks).size).toBe(12)
})

test('no series has the diamond that means part of a year', () => {
  const markers = Array.from({ length: 12 }, (_, i) => seriesStyle(lightTheme, i).marker)
  expect(markers).not.toContain('rectRot')
})

test('the page has the same colours as the charts', () => {
  const css = readFileSync('app/styles/tokens.css', 'utf8')
  const valuesOf = (name: string) => [...css.matchAll(new RegExp(`--${name}: (#[0-9a-f]{6})`, 'g'))].map((m) => m[1])
  for (const name of ['paper', 'ink', 'muted', 'line', 'accent'] as const)
    expect(new Set(valuesOf(name)), name).toEqual(new Set([lightTheme[name], darkTheme[name]]))
  lightTheme.series.forEach((light, i) => {
    expect(new Set(valuesOf(`series-${i + 1}`))).toEqual(new Set([light, darkTheme.series[i]]))
  })
})
