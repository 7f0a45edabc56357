import { Html } from '@/components/ui/html'
import { html, type Markup } from '@/components/ui/markup'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import type { Highlighted } from '@/lib/library/schema'
import type { Hit } from '@/lib/search/schema'

const highlighted = (pieces: Highlighted): Markup =>
  html`${pieces.map((text, i) => (i % 2 ? html`<mark>${text}</mark>` : html`${text}`))}`

/** What was found, one below the other: what it is where there are several `kinds`, where it leads, what stands beside it, and the words it was found by. */
export function HitList({ hits, said, kinds }: { hits: readonly Hit[]; said: boolean; kinds: boolean }) {
  const t = translator(defaultLocale, 'search')
  const line = (hit: Hit): Markup => {
    const name = html`${highlighted(hit.title)}${hit.text && html`${hit.title.some(Boolean) && ': '}<span class="hit-figure">${hit.text}</span>`}`
    return html`
      <li>
        ${kinds && html`<p class="hit-kind muted small">${hit.kindText}</p>`}
        <div class="hit">
          <h3>${hit.href ? html`<a href="${hit.href}">${name}</a>` : name}</h3>
          ${hit.facts.length > 0 && html`<p class="muted small">${hit.facts.join(' · ')}</p>`}
          ${hit.quote && (said ? html`<p class="hit-quote said">${highlighted(hit.quote)}</p>` : html`<p class="small">${t('alsoNamed')} ${highlighted(hit.quote)}</p>`)}
          ${hit.links.length > 0 && html`<p class="hit-links small">${hit.links.map((l) => html`<a href="${l.href}">${l.text}</a>`)}</p>`}
        </div>
      </li>`
  }
  return <Html as="ol" className={kinds ? 'hits hits-kinds' : 'hits'} markup={html`${hits.map(line)}`} />
}
