import { reading } from '@/components/cards/reading'
import { Html } from '@/components/ui/html'
import { html, type Markup } from '@/components/ui/markup'
import type { RelationCard } from '@/lib/dashboards/schema'
import { type Clocks, withClocks } from '@/lib/http/address'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'

/** Relations one below the other: their names, how alive they are, their headline figures. */
export function RelationList({ relations, clocks }: { relations: readonly RelationCard[]; clocks: Clocks }) {
  return <Html markup={html`${relations.map((r) => row(r, clocks))}`} />
}

function row(r: RelationCard, clocks: Clocks): Markup {
  const t = translator(defaultLocale, 'relations')
  return html`
    <article class="relation" aria-labelledby="relation-${r.slug}">
      <h2 id="relation-${r.slug}"><a href="${withClocks(`/relations/${r.slug}`, clocks)}">${r.name}</a></h2>
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
