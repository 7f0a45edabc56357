const width = 120
const height = 28
const pad = 3
const round = (n: number) => Math.round(n * 10) / 10

/**
 * The run of a series in one stroke; the last value carries a dot. One path whatever the number of values.
 * Without words on purpose: the figure, its change and its table stand beside it.
 */
export function Sparkline({ values, place = 1 }: { values: readonly number[]; place?: number }) {
  if (values.length < 2) return null
  const low = Math.min(...values)
  const range = Math.max(...values) - low || 1
  const at = values.map(
    (value, i) =>
      `${round(pad + (i / (values.length - 1)) * (width - 2 * pad))} ${round(height - pad - ((value - low) / range) * (height - 2 * pad))}`,
  )
  const [cx, cy] = at.at(-1)!.split(' ')
  return (
    <svg className={`sparkline series-${place}`} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path d={`M${at.join('L')}`} />
      <circle cx={cx} cy={cy} r="2.5" />
    </svg>
  )
}
