import { promiseStatus } from '@/components/cards/promise-status'
import { claim } from '@/components/evidence/figure'
import { Html } from '@/components/ui/html'
import { html, type Markup, onceFor } from '@/components/ui/markup'
import type { PromiseRow } from '@/lib/dashboards/schema'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'

/** Promise beside outcome: what was said, by when, what became of it. */
export function PromiseList({ promises }: { promises: readonly PromiseRow[] }) {
  return <Html as="ul" className="promises" markup={html`${promises.map(row)}`} />
}

const row = onceFor((p: PromiseRow): Markup => {
  const t = translator(defaultLocale, 'dashboard')
  const told = [p.who, p.announced && t('announced', { day: p.announced })].filter(Boolean).join(' · ')
  return html`
    <li>
      <p class="promise-status">${promiseStatus(p.status)}</p>
      <div>
        ${claim(p, p.what)}
        ${told && html`<p class="muted small">${told}</p>`}
        ${p.steps.length > 0 && html`<p class="steps">${steps(p)}</p>`}
      </div>
      <p class="promise-due">${p.due}</p>
    </li>`
})

/** The latest steps of a promise stand in its row; all of them in its evidence. */
const inRow = 3

function steps({ steps: all, ...promise }: PromiseRow): Markup[] {
  const t = translator(defaultLocale, 'dashboard')
  const earlier = all.length - inRow
  const lines = all.slice(-inRow).map((s) => html`<span>${s.on} ${claim(s, s.text)}</span>`)
  return earlier > 0 ? [html`<span>${claim(promise, t('earlierSteps', { count: earlier }))}</span>`, ...lines] : lines
}
