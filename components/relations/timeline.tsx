import { claim } from '@/components/evidence/figure'
import { Html } from '@/components/ui/html'
import { html } from '@/components/ui/markup'
import type { TimelineRow } from '@/lib/dashboards/schema'

/** What happened, newest first, as dated lines. */
export function Timeline({ rows }: { rows: readonly TimelineRow[] }) {
  const row = (r: TimelineRow) => html`
    <li>
      <time datetime="${r.on}">${r.onText}</time>
      <p>${claim(r, r.title)} <span class="muted small">${r.codeText} · ${r.theme}</span></p>
    </li>`
  return <Html as="ol" className="dated" markup={html`${rows.map(row)}`} />
}
