import type { Size } from '../scene'
import type { ChartTheme } from '../theme'

/** Fonts of a picture as CSS strings, and the lengths that follow from them. */
export type TypeSizes = {
  base: number
  title: string
  text: string
  strong: string
  small: string
  tiny: string
  /** Line heights in pixels. */
  titleLine: number
  textLine: number
  smallLine: number
  smallSize: number
  tinySize: number
  margin: number
}

/** Text keeps its size up to 1400 pixels and then grows more slowly than the picture. */
export function typeSizes(size: Size, theme: ChartTheme, factor = 1): TypeSizes {
  const grown = size.width > 1400 ? (size.width / 1400) ** 0.8 : 1
  const base = half((size.width < 480 ? 12 : 13) * grown * factor)
  const title = half(base * (size.width < 480 ? 1.35 : 1.5))
  const small = half(base * 0.9)
  const tiny = half(base * 0.77)
  return {
    base,
    title: `600 ${title}px ${theme.font}`,
    text: `400 ${base}px ${theme.font}`,
    strong: `600 ${base}px ${theme.font}`,
    small: `400 ${small}px ${theme.font}`,
    tiny: `600 ${tiny}px ${theme.font}`,
    titleLine: Math.round(title * 1.24),
    textLine: Math.round(base * 1.38),
    smallLine: Math.round(small * 1.42),
    smallSize: small,
    tinySize: tiny,
    margin: Math.round(base * (size.width < 480 ? 1 : 1.6)),
  }
}

function half(pixels: number): number {
  return Math.round(pixels * 2) / 2
}
