import { claim, figure } from '@/components/evidence/figure'
import { html, type Markup } from '@/components/ui/markup'
import { progress } from '@/components/ui/progress'
import { sparkline } from '@/components/ui/sparkline'
import { status } from '@/components/ui/status'
import type { CorridorPart, Share, Stated, StatedGroup } from '@/lib/corridors/schema'

export type PartWords = {
  share: string
  flow: string
  capacity: string
}

/** A place, a leg, a country or the whole with all that was stated of it, side by side. */
export const part = (p: CorridorPart, words: PartWords, heading: boolean): Markup => html`
  ${heading && html`<h3>${p.name} <span class="part-lead muted">${p.lead}</span></h3>`}
  ${(p.anchors ?? []).map((id) => html`<span id="${id}"></span>`)}
  ${
    p.shares.length > 0 &&
    html`
    <div class="part-group">
      <h4>${words.share}</h4>
      <ul>${p.shares.map((share) => shareOf(share, words))}</ul>
    </div>`
  }
  ${p.groups.map(groupOf)}`

const shareOf = (s: Share, words: PartWords): Markup => html`
  <li class="part-share">
    ${s.text && html`<p class="share-text">${s.text}</p>${s.percent !== null && progress(s.percent)}`}
    <p class="small muted">
      ${s.how}
      ${' '}${claim(s.flow, words.flow, 'share-source')}
      ${s.capacity && html` · ${claim(s.capacity, words.capacity, 'share-source')}`}
    </p>
  </li>`

const groupOf = (g: StatedGroup): Markup => html`
  <div class="part-group">
    <h4>${g.title}</h4>
    ${sparkline(g.spark)}
    ${g.clash && html`<p class="small">${status('clash', 'warn', g.clash)}</p>`}
    <ul>${g.lines.map(line)}</ul>
  </div>`

const line = (s: Stated): Markup => html`
  <li class="part-line">
    <span class="part-amount">${figure(s)}</span>
    <span>${s.period}${s.status && html` <span class="muted">${s.status}</span>`}${s.promise && html` <span class="part-promise">${s.promise}</span>`}</span>
    <span class="muted">${s.whose} · ${s.source}</span>
    ${s.note && html`<span class="part-note muted">${s.note}</span>`}
  </li>`
