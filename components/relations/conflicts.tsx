import { figure } from '@/components/evidence/figure'
import { Html } from '@/components/ui/html'
import { html } from '@/components/ui/markup'
import { status } from '@/components/ui/status'
import type { IndicatorPage } from '@/lib/dashboards/schema'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'

type Conflict = IndicatorPage['conflicts'][number]

/** Values of one series and period that cannot all be true, side by side; never averaged. */
export function Conflicts({ conflicts }: { conflicts: readonly Conflict[] }) {
  const t = translator(defaultLocale, 'indicators')
  const row = (c: Conflict) => html`
    <li>
      <p><strong>${c.period}</strong> <span class="muted">${c.series}</span></p>
      <p class="small">
        ${
          c.settled
            ? status('done', 'quiet', t('settled', { gap: c.gap }))
            : status('clash', 'warn', t('unsettled', { gap: c.gap }))
        }
      </p>
      <ul>${c.lines.map((l) => html`<li>${figure(l)} <span class="muted small">${l.source}</span></li>`)}</ul>
    </li>`
  return <Html as="ul" className="conflicts" markup={html`${conflicts.map(row)}`} />
}
