import { html, type Markup } from './markup'

const width = 120
const height = 28
const pad = 3
const round = (n: number) => Math.round(n * 10) / 10

/**
 * The run of a series in one stroke; the last value carries a dot. One path whatever the number of values, nothing
 * for fewer than three. Without words on purpose: the figure, its change and its table stand
 * beside it; and without the colours of the chart, in which a series may have another place.
 */
export function sparkline(values: readonly number[]): Markup | null {
  if (values.length < 3) return null
  const low = Math.min(...values)
  const range = Math.max(...values) - low || 1
  const step = (width - 2 * pad) / (values.length - 1)
  const at = values.map((value, i) => ({
    x: round(pad + i * step),
    y: round(height - pad - ((value - low) / range) * (height - 2 * pad)),
  }))
  const last = at.at(-1)!
  return html`
    <svg class="sparkline" viewBox="0 0 ${width} ${height}" aria-hidden="true">
      <path d="M${at.map(({ x, y }) => `${x} ${y}`).join('L')}"/>
      <circle cx="${last.x}" cy="${last.y}" r="2.5"/>
    </svg>`
}
