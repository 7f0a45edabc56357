import { Status } from '@/components/ui/status'
import type { CardFigure } from '@/lib/dashboards/schema'

/** Which way a figure moves: shape and words; colour only where the indicator has a desired direction. */
export function Change({ change }: { change: NonNullable<CardFigure['change']> }) {
  if (change.direction === null) return <span className="muted">{change.text}</span>
  const tone = change.good === null ? 'plain' : change.good ? 'good' : 'bad'
  return (
    <Status glyph={change.direction} tone={tone}>
      {change.text}
    </Status>
  )
}
