import type { Figure } from '@/lib/entries/forms/warnings/rules'
import type { Neighbour } from '@/lib/entries/queue/queries'
import type { Quantity } from '@/lib/quantities/schema'

const width = 320
const height = 140
const pad = 10
const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`)
const round = (n: number) => Math.round(n * 10) / 10

/**
 * The line with the new figure in its place: filled where it will stand, hollow what stands. Only figures with two known
 * dates; a target is a level line. Floats place pixels, nothing else.
 */
export function SmallChart({
  figure,
  others,
  text,
}: {
  figure: Figure
  others: readonly Neighbour[]
  text: (q: Quantity) => string
}) {
  const { starts, ends } = figure.period
  const placed = others.flatMap((n) =>
    n.kind === 'observation' && n.starts && n.ends
      ? [{ at: (day(n.starts) + day(n.ends)) / 2, value: Number(n.quantity.value), id: n.rootId }]
      : [],
  )
  const own = starts && ends && figure.kind === 'observation' ? (day(starts) + day(ends)) / 2 : null
  const value = Number(figure.quantity.value)
  const times = [...placed.map((p) => p.at), ...(own === null ? [] : [own])]
  if (!times.length) return null
  const values = [...placed.map((p) => p.value), value, 0]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const [first, last] = [Math.min(...times), Math.max(...times)]
  const x = (at: number) => round(pad + (first === last ? 0.5 : (at - first) / (last - first)) * (width - 2 * pad))
  const y = (v: number) => round(height - pad - ((v - low) / (high - low || 1)) * (height - 3 * pad))
  return (
    <svg className="small-chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={text(figure.quantity)}>
      <line className="small-chart-zero" x1="0" x2={width} y1={y(0)} y2={y(0)} />
      {figure.kind === 'target' ? (
        <line className="small-chart-target" x1="0" x2={width} y1={y(value)} y2={y(value)} />
      ) : null}
      {placed.map((p) => (
        <circle key={p.id} className="small-chart-other" cx={x(p.at)} cy={y(p.value)} r="4" />
      ))}
      {own === null ? null : <circle className="small-chart-own" cx={x(own)} cy={y(value)} r="5.5" />}
    </svg>
  )
}
