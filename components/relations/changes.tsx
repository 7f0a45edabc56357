import { claim } from '@/components/evidence/figure'
import { Html } from '@/components/ui/html'
import { html, onceFor } from '@/components/ui/markup'
import { status } from '@/components/ui/status'
import type { ChangeRow } from '@/lib/dashboards/schema'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'

const shapes = { added: 'next', corrected: 'clash', withdrawn: 'ended' } as const

/** What changed in what Entente says: added, corrected with the reason, withdrawn. */
export function Changes({ rows }: { rows: readonly ChangeRow[] }) {
  return <Html as="ol" className="dated" markup={html`${rows.map(row)}`} />
}

const row = onceFor((r: ChangeRow) => {
  const t = translator(defaultLocale, 'dashboard')
  return html`
    <li>
      <span class="muted">${r.at}</span>
      <p>
        ${status(shapes[r.what], r.what === 'withdrawn' ? 'warn' : 'quiet', t(`what.${r.what}`))} ${claim(r, r.title)}
        ${r.text && html` <span class="muted">${r.text}</span>`}
        ${r.why && html` <span class="muted">· ${r.why}</span>`}
      </p>
    </li>`
})
