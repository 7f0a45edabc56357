import { Disclosure } from '@/components/ui/disclosure'
import type { Card } from '@/lib/dashboards/schema'
import { FigureRow } from './figure-row'
import { TargetBlock } from './target-block'

/** One thing a relation is watched for, in figures. Takes more room where it holds several. */
export function StatusCard({ card, computedLabel }: { card: Card; computedLabel: string }) {
  const rows = card.figures.length + card.targets.reduce((n, t) => n + Math.max(1, t.progress.length), 0)
  const id = `card-${card.key}`
  return (
    <article className={`card${rows > 2 ? ' card-wide' : ''}`} aria-labelledby={id}>
      <h3 id={id}>{card.href ? <a href={card.href}>{card.title}</a> : card.title}</h3>
      {card.lead ? <p className="card-lead">{card.lead}</p> : null}
      {card.targets.map((t) => (
        <TargetBlock key={t.entry} target={t} />
      ))}
      {card.figures.length ? (
        <ul className="readings">
          {card.figures.map((f, i) => (
            <FigureRow
              key={f.entry}
              figure={f}
              place={(i % 6) + 1}
              large={card.figures.length === 1 && card.targets.length === 0}
            />
          ))}
        </ul>
      ) : null}
      {card.computed.length ? (
        <Disclosure summary={computedLabel}>
          {card.computed.map((line) => (
            <p key={line} className="small muted">
              {line}
            </p>
          ))}
        </Disclosure>
      ) : null}
    </article>
  )
}
