import { glyph } from '@/components/ui/glyph'
import { Html } from '@/components/ui/html'
import { html, type Markup } from '@/components/ui/markup'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import type { Highlighted, SourceLine, SourcePage } from '@/lib/library/schema'

const highlighted = (pieces: Highlighted): Markup =>
  html`${pieces.map((text, i) => (i % 2 ? html`<mark>${text}</mark>` : html`${text}`))}`

/** "3 figures, 1 target" */
export function countsText(counts: SourcePage['counts']): string {
  const t = translator(defaultLocale, 'sources')
  return counts.map(({ kind, count }) => t(`counts.${kind}`, { count })).join(', ')
}

/** Sources one below the other: title, where and when it appeared, where the searched words stand, what it contributed. */
export function SourceList({ lines }: { lines: readonly SourceLine[] }) {
  const t = translator(defaultLocale, 'sources')
  const line = (s: SourceLine): Markup => html`
    <li>
      <div class="source-line">
        <h2><a class="said" href="${s.href}">${highlighted(s.title)}</a></h2>
        <p class="muted small">${s.publisher} · ${s.publishedText} · ${s.language}${s.stored && html` · ${glyph('page')} ${t('stored')}`}</p>
        ${s.snippets.map((snippet) => html`<p class="source-snippet said">${highlighted(snippet)}</p>`)}
      </div>
      <p class="source-counts small">${countsText(s.counts) || html`<span class="muted">${t('nothingRests')}</span>`}</p>
    </li>`
  return <Html as="ol" className="source-list" markup={html`${lines.map(line)}`} />
}
