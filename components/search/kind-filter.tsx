import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import type { SearchFilters, SearchPage } from '@/lib/search/schema'

/** An address of the search with these settings, as short as it can be. */
export function searchHref(settings: Partial<Record<keyof SearchFilters, string | number | null>>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(settings)) if (value) query.set(name, String(value))
  return query.size ? `/search?${query}` : '/search'
}

/** The kinds of which something was found, each a link that shows it alone. */
export function KindFilter({ filters, page }: { filters: SearchFilters; page: SearchPage }) {
  const t = translator(defaultLocale, 'search')
  const { found, kinds } = page
  const choices = [
    { kind: null, label: t('everything'), count: found.reduce((sum, f) => sum + f.count, 0) },
    ...found
      .filter((f) => f.count > 0 && filters.of === null)
      .map((f) => ({ kind: f.group, label: t(`groups.${f.group}`), count: f.count })),
  ]
  const fine = kinds.map((k) => ({ kind: k.kind, label: t(`entryKinds.${k.kind}`), count: k.count }))
  const row = (of: readonly { kind: SearchFilters['kind']; label: string; count: number }[], label: string) => (
    <ul className="kinds" aria-label={label}>
      {of.map(({ kind, label, count }) => (
        <li key={kind}>
          <a
            href={searchHref({ ...filters, kind, page: null })}
            aria-current={filters.kind === kind ? 'true' : undefined}
          >
            {label} <span className="muted">{t('count', { count })}</span>
          </a>
        </li>
      ))}
    </ul>
  )
  return (
    <nav className="kinds-of-hits no-print" aria-label={t('filter')}>
      {row(choices, t('filter'))}
      {fine.length > 1 ? row(fine, t('groups.entry')) : null}
    </nav>
  )
}
