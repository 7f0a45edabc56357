import { whenText } from '@/components/desk/when'
import { formatDay } from '@/lib/dashboards/points/rules'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import type { ItemLine } from '@/lib/intake/queries'

/** Items of the queue, one a line: what it is, where it comes from, how far it is. */
export function ItemLines({ items }: { items: readonly ItemLine[] }) {
  const t = translator(defaultLocale, 'intake')
  return (
    <ul className="items">
      {items.map((item) => (
        <li key={item.id}>
          <a className="said item-title" href={`/desk/intake/${item.id}`}>
            {item.title}
          </a>
          <span className="item-source">
            {[item.publisher, item.publishedOn && formatDay(item.publishedOn, defaultLocale)]
              .filter(Boolean)
              .join(', ') || t(`origins.${item.origin}`)}
          </span>
          <span className="item-about muted">
            {item.relations.slice(0, 2).join(', ') || t('noRelation')}
            {item.hasText ? '' : ` · ${t('noText')}`}
          </span>
          <span className="item-state muted">
            {item.sourceId === null
              ? t('added', { who: t(`origins.${item.origin}`), when: whenText(item.addedAt) })
              : t('progress', { accepted: item.accepted, open: item.open, found: item.found })}
          </span>
          {item.summary ? <p className="item-summary muted">{item.summary}</p> : null}
        </li>
      ))}
    </ul>
  )
}
