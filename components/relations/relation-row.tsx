import { FigureRow } from '@/components/cards/figure-row'
import type { RelationCard } from '@/lib/dashboards/schema'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'

/** A relation among others: its name, how alive it is, its headline figures. */
export function RelationRow({ relation: r }: { relation: RelationCard }) {
  const t = translator(defaultLocale, 'relations')
  const href = `/relations/${r.slug}`
  return (
    <article className="relation" aria-labelledby={`relation-${r.slug}`}>
      <header>
        <h2 id={`relation-${r.slug}`}>
          <a href={href}>{r.name}</a>
        </h2>
        <p className="relation-facts">
          <span>{t('promises', { count: r.promises })}</span>
          {r.changedText ? <span>{t('changed', { when: r.changedText })}</span> : null}
        </p>
      </header>
      {r.figures.length ? (
        <ul className="relation-figures">
          {r.figures.map((f) => (
            <FigureRow key={f.entry} figure={f} place={1} what={f.what} />
          ))}
        </ul>
      ) : (
        <p className="muted">{t('noFigures')}</p>
      )}
    </article>
  )
}
