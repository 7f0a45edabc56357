import { reading } from '@/components/cards/reading'
import { Html } from '@/components/ui/html'
import { html, type Markup } from '@/components/ui/markup'
import type { RelationCard } from '@/lib/dashboards/schema'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'

/** Relations one below the other: their names, how alive they are, their headline figures. */
export function RelationList({ relations }: { relations: readonly RelationCard[] }) {
  return <Html markup={html`${relations.map(row)}`} />
}

function row(r: RelationCard): Markup {
  const t = translator(defaultLocale, 'relations')
  return html`
    <article class="relation" aria-labelledby="relation-${r.slug}">
      <h2 id="relation-${r.slug}"><a href="/relations/${r.slug}">${r.name}</a></h2>
      <p class="relation-facts">
        <span>${t('promises', { count: r.promises })}</span>
        ${r.changedText && html`<span>${t('changed', { when: r.changedText })}</span>`}
      </p>
      ${
        r.figures.length > 0
          ? html`<ul class="relation-figures">${r.figures.map((f) => reading(f, { what: f.what }))}</ul>`
          : html`<p class="muted">${t('noFigures')}</p>`
      }
    </article>`
}
