import { figure } from '@/components/evidence/figure'
import { Html } from '@/components/ui/html'
import { html, type Markup } from '@/components/ui/markup'
import { status } from '@/components/ui/status'
import type { ComparedLine } from '@/lib/comparisons/queries'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'

/** A line with the way to its indicator, and to the comparison without it. */
type Row = { line: ComparedLine; href: string; without: string }

/** The chosen lines in words: latest, base and index, or why one is not drawn; `without` leads to the page without it. */
export function ComparedLines({ lines }: { lines: readonly Row[] }) {
  return <Html as="ul" className="compared" markup={html`${lines.map(row)}`} />
}

function row({ line: l, href, without }: Row): Markup {
  const t = translator(defaultLocale, 'compare')
  return html`
    <li>
      <p><a href="${href}">${l.name}</a></p>
      <p class="compared-figures">
        ${l.latest && html`<span>${t('latest')} ${figure(l.latest)} <span class="muted">${l.latest.period}</span></span>`}
        ${l.base && html`<span>${t('baseIs')} ${figure(l.base)} <span class="muted">${l.base.period}</span></span>`}
        ${l.index && html`<span>${l.index}</span>`}
      </p>
      ${l.refusal && html`<p class="small">${status('doubt', 'warn', l.refusal)}</p>`}
      <p class="small no-print"><a class="compared-remove" href="${without}" aria-label="${t('removeLine', { line: l.name })}">${t('remove')}</a></p>
    </li>`
}
