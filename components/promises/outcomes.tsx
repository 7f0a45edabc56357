import { Html } from '@/components/ui/html'
import { html } from '@/components/ui/markup'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { type Outcome, outcomes } from '@/lib/promises/schema'

/** How many promises answer to each state: each count leads to them. */
export function Outcomes({
  page,
  counts,
  values,
}: {
  page: string
  counts: Record<Outcome, number>
  /** Settings of the view, as its address has them. */
  values: Readonly<Record<string, string>>
}) {
  const t = translator(defaultLocale, 'promises')
  const href = (outcome: Outcome | null) => {
    const { status: _, ...rest } = values
    const query = new URLSearchParams({ ...rest, ...(outcome && { status: outcome }) })
    return query.size ? `${page}?${query}` : page
  }
  const item = (outcome: Outcome | null, text: string, count: string) => html`
    <li><a href="${href(outcome)}" aria-current="${(values.status ?? null) === outcome ? 'true' : 'false'}"><span class="outcome-count">${count}</span> ${text}</a></li>`
  return (
    <nav aria-label={t('counts')} className="outcomes-nav">
      <Html
        as="ul"
        className="outcomes"
        markup={html`
          ${outcomes.map((outcome) => item(outcome, t(`outcomes.${outcome}`), String(counts[outcome])))}
          ${values.status && item(null, t('everything'), '')}`}
      />
    </nav>
  )
}
