import type { ChartPoint, ChartSpec, ChartWord } from '../spec'
import type { ChartTheme, Marker, SeriesStyle } from '../theme'

/** How one point is drawn. Sizes in CSS pixels. */
export type Look = {
  shape: Marker
  rotation: number
  fill: string
  border: string
  borderWidth: number
  radius: number
  /** Letter beside the marker, as statistics offices print it. */
  letter: '' | 'p' | 'e' | 'f' | '?'
  /** A limit instead of a value: the arrow points where the true value lies. */
  arrow: 'up' | 'down' | null
}

const letters: Record<string, Look['letter']> = { P: 'p', E: 'e', F: 'f', U: '?' }

/** Status and qualifier as shape, never as colour alone: full, half-tone, hollow, diamond, letter, arrow. */
export function pointLook(point: ChartPoint, style: SeriesStyle, theme: ChartTheme): Look {
  const part = isPart(point)
  const shape = part ? 'rectRot' : style.marker
  const fill = part || 'FUE'.includes(point.status) ? theme.paper : style.color
  return {
    shape,
    rotation: part ? 0 : style.rotation,
    fill: point.status === 'P' && !part ? blend(style.color, theme.paper, 0.45) : fill,
    border: style.color,
    borderWidth: 1.5,
    radius: shape === 'circle' ? 3.6 : shape === 'rect' ? 4.4 : 4.6,
    letter: letters[point.status] ?? '',
    arrow: arrowOf(point.qualifier),
  }
}

export function isPart(point: Pick<ChartPoint, 'span'>): boolean {
  return point.span === 'partYear' || point.span === 'interval'
}

function arrowOf(qualifier: ChartPoint['qualifier']): Look['arrow'] {
  if (qualifier === 'more_than' || qualifier === 'at_least') return 'up'
  if (qualifier === 'less_than' || qualifier === 'up_to') return 'down'
  return null
}

/** Two hex colours mixed; `share` is that of the first. Solid tones draw faster than transparent ones. */
export function blend(a: string, b: string, share: number): string {
  const channel = (at: number) => {
    const mixed =
      Number.parseInt(a.slice(at, at + 2), 16) * share + Number.parseInt(b.slice(at, at + 2), 16) * (1 - share)
    return Math.round(mixed).toString(16).padStart(2, '0')
  }
  return `#${channel(1)}${channel(3)}${channel(5)}`
}

/** Signs that need a word in the key because they occur. */
export type KeySign = Extract<
  ChartWord,
  'partYear' | 'forecast' | 'provisional' | 'estimated' | 'doubtful' | 'break' | 'atLeast' | 'atMost' | 'gap'
>

export function keySigns(points: Iterable<ChartPoint>): KeySign[] {
  const found = new Set<KeySign>()
  const byStatus: Record<string, KeySign> = {
    F: 'forecast',
    P: 'provisional',
    E: 'estimated',
    U: 'doubtful',
    B: 'break',
  }
  for (const point of points) {
    if (isPart(point)) found.add('partYear')
    const sign = byStatus[point.status]
    if (sign) found.add(sign)
    const arrow = arrowOf(point.qualifier)
    if (arrow) found.add(arrow === 'up' ? 'atLeast' : 'atMost')
  }
  return order.filter((sign) => found.has(sign))
}
const order: KeySign[] = ['partYear', 'forecast', 'provisional', 'estimated', 'doubtful', 'break', 'atLeast', 'atMost']

/** What a status is called in `words`. */
export function statusWord(status: string, words: ChartSpec['words']): string {
  const byStatus: Record<string, ChartWord> = {
    F: 'forecast',
    P: 'provisional',
    E: 'estimated',
    U: 'doubtful',
    B: 'break',
  }
  return words[byStatus[status] ?? 'normal']
}
