import { Figure } from '@/components/evidence/figure'
import { Progress } from '@/components/ui/progress'
import type { CardTarget } from '@/lib/dashboards/schema'
import { PromiseStatus } from './promise-status'

/** A target as announced, its state in a word, and how far each reporter's figures have come. */
export function TargetBlock({ target: t }: { target: CardTarget }) {
  return (
    <div className="aim">
      <p className="aim-head">
        <Figure figure={t} large />
        <PromiseStatus code={t.status.code}>{t.status.text}</PromiseStatus>
      </p>
      <p className="aim-lead">{t.lead}</p>
      {t.progress.length ? (
        <ul className="aim-progress">
          {t.progress.map((p) => (
            <li key={p.entry}>
              <p>
                <span>{p.whose}</span>
                <Figure figure={p} />
              </p>
              <Progress percent={p.percent} />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
