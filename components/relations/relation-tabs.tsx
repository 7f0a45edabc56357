import { Html } from '@/components/ui/html'
import { html } from '@/components/ui/markup'
import { type Clocks, withClocks } from '@/lib/http/address'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'

/** The pages of a relation in the order of their tabs, each the last part of its address; the first is the dashboard. */
const pages = ['overview', 'promises', 'agreements', 'timeline', 'corridor', 'conflicts', 'changes', 'brief'] as const
export type RelationTab = (typeof pages)[number]

/**
 * The way between the pages of a relation. What day is asked for (the two clocks) goes along; other settings mean
 * something else on another page and stay behind.
 */
export function RelationTabs({
  slug,
  current,
  clocks,
}: {
  slug: string
  /** The page the reader is on; null on a page below one of these. */
  current: RelationTab | null
  clocks: Clocks
}) {
  const t = translator(defaultLocale, 'relations.tabs')
  const href = (page: RelationTab) => withClocks(`/relations/${slug}${page === 'overview' ? '' : `/${page}`}`, clocks)
  return (
    <nav className="relation-tabs no-print" aria-label={t('label')}>
      <Html
        as="ul"
        markup={html`${pages.map(
          (page) =>
            html`<li><a href="${href(page)}" aria-current="${page === current ? 'page' : 'false'}">${t(page)}</a></li>`,
        )}`}
      />
    </nav>
  )
}
