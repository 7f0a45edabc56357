import { Figure } from '@/components/evidence/figure'
import { Sparkline } from '@/components/ui/sparkline'
import { Status } from '@/components/ui/status'
import type { CardFigure } from '@/lib/dashboards/schema'
import { Change } from './change'

/**
 * One figure with all that makes it trustworthy: whose, how much, when, which way, how sure, how fresh.
 * `place` is the series' place in its card, which gives the sparkline the colour it has in the chart.
 */
export function FigureRow({
  figure: f,
  place,
  large = false,
  what,
}: {
  figure: CardFigure
  place: number
  large?: boolean
  /** Name of the indicator, where no card's title says it. */
  what?: string
}) {
  return (
    <li className="reading">
      {what ? <p className="reading-what">{what}</p> : null}
      <p className="reading-whose">
        {f.whose}
        {f.basis ? <span className="muted"> {f.basis}</span> : null}
      </p>
      <p className="reading-value">
        <Figure figure={f} large={large} />
        <span className="reading-period">{f.period}</span>
      </p>
      {f.spark.length > 1 ? <Sparkline values={f.spark} place={place} /> : null}
      {f.change ? (
        <p className="reading-change">
          <Change change={f.change} />
        </p>
      ) : null}
      {f.doubt ? (
        <p className="reading-doubt">
          <Status glyph="doubt" tone="warn">
            {f.doubt}
          </Status>
        </p>
      ) : null}
      <p className="reading-fresh">
        {f.fresh.code === 'stale' ? (
          <Status glyph="late" tone="quiet">
            {f.fresh.text}
          </Status>
        ) : (
          f.fresh.text
        )}
      </p>
    </li>
  )
}
