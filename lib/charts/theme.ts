/** Colours and type of a chart. The page's custom properties (app/styles/tokens.css) carry the same values. */
export type ChartTheme = {
  name: 'light' | 'dark'
  paper: string
  ink: string
  muted: string
  /** Hairlines: grid, rules. */
  line: string
  accent: string
  /** Six tones that stay apart for colour-blind readers; `theme.test.ts` measures it. */
  series: readonly [string, string, string, string, string, string]
  /** CSS font-family list. The server puts the names under which it registered the subsets. */
  font: string
}

const font = "'IBM Plex Sans', system-ui, sans-serif"

export const lightTheme: ChartTheme = {
  name: 'light',
  paper: '#fbfaf7',
  ink: '#1c2024',
  muted: '#5c6369',
  line: '#dfdcd4',
  accent: '#0b5f66',
  series: ['#06777e', '#b0432c', '#38337a', '#b38306', '#b0246a', '#454b50'],
  font,
}

export const darkTheme: ChartTheme = {
  name: 'dark',
  paper: '#14171a',
  ink: '#eceae4',
  muted: '#a2a8ad',
  line: '#2f353a',
  accent: '#5cc3c0',
  series: ['#35b9c1', '#e58f73', '#7f88e4', '#f1cd5c', '#e3659d', '#d3d7da'],
  font,
}

/** Light on white: what lies in a document has its paper. */
export const printTheme: ChartTheme = { ...lightTheme, paper: '#ffffff' }

export const themes = { light: lightTheme, dark: darkTheme, print: printTheme } as const

/** How one series is told from the next without colour: dash of the line, shape of the marker. */
export type SeriesStyle = { color: string; dash: number[]; marker: Marker; rotation: number }
export type Marker = 'circle' | 'rect' | 'triangle' | 'rectRounded' | 'rectRot'

const shapes: { dash: number[]; marker: Marker; rotation: number }[] = [
  { dash: [], marker: 'circle', rotation: 0 },
  { dash: [9, 3], marker: 'rect', rotation: 0 },
  { dash: [9, 3, 2, 3], marker: 'triangle', rotation: 0 },
  { dash: [4, 3], marker: 'triangle', rotation: 180 },
  { dash: [14, 4], marker: 'triangle', rotation: 90 },
  { dash: [9, 3, 2, 3, 2, 3], marker: 'triangle', rotation: 270 },
]

/**
 * Style of the series at a place. Diamonds are left out: they mean "part of a year".
 * After six the colours start again with the next shape, so that eleven pairs differ in one or the other.
 */
export function seriesStyle(theme: ChartTheme, place: number): SeriesStyle {
  const round = Math.floor(place / theme.series.length)
  const color = theme.series[place % theme.series.length] ?? theme.ink
  const shape = shapes[(place + round) % shapes.length] ?? shapes[0]!
  return { color, ...shape }
}
