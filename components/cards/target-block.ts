import { figure } from '@/components/evidence/figure'
import { html, type Markup } from '@/components/ui/markup'
import { progress } from '@/components/ui/progress'
import { status } from '@/components/ui/status'
import type { CardProgress, CardTarget } from '@/lib/dashboards/schema'
import { promiseStatus } from './promise-status'

const row = (p: CardProgress) => html`<li><p><span>${p.whose}</span> ${figure(p)}</p>${progress(p.percent)}</li>`

/** A target as announced, its state in a word, and how far each reporter's figures have come. */
export const targetBlock = (t: CardTarget, label: string): Markup => html`
  <div class="aim">
    <p class="aim-label">${status('target', 'quiet', label)}</p>
    <p class="aim-head">${figure(t, true)} ${promiseStatus(t.status)}</p>
    ${t.lead && html`<p class="aim-lead">${t.lead}</p>`}
    ${t.progress.length > 0 && html`<ul class="aim-progress">${t.progress.map(row)}</ul>`}
  </div>`
