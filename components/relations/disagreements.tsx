import { figure } from '@/components/evidence/figure'
import { Html } from '@/components/ui/html'
import { html, type Markup } from '@/components/ui/markup'
import { status } from '@/components/ui/status'
import type { Disagreement, Saying } from '@/lib/disagreements/schema'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'

/** What does not fit together, each with its figures side by side; `rank` adds the way to the form that ranks one. */
export function Disagreements({ items, rank }: { items: readonly Disagreement[]; rank: boolean }) {
  return <Html as="ol" className="disagreements" markup={html`${items.map((item) => row(item, rank))}`} />
}

function row(d: Disagreement, rank: boolean): Markup {
  return html`
    <li id="${d.id}" class="disagreement">
      <h3><a href="#${d.id}">${d.period}</a> <a class="disagreement-what" href="${d.indicatorHref}">${d.indicatorName}</a></h3>
      <p class="muted small">${d.what}</p>
      <p class="disagreement-gap">
        <strong>${d.gap}</strong>
        ${status(d.settled ? 'done' : 'clash', d.settled ? 'quiet' : 'warn', d.state)}
      </p>
      <ul class="sayings">${d.sayings.map((s) => saying(s, rank))}</ul>
      ${
        d.facts.length > 0 &&
        html`<dl class="disagreement-facts small">${d.facts.map((f) => html`<div><dt>${f.name}</dt><dd>${f.value}</dd></div>`)}</dl>`
      }
      ${d.computed.map((line) => html`<p class="disagreement-sum small muted">${line}</p>`)}
    </li>`
}

function saying(s: Saying, rank: boolean): Markup {
  const t = translator(defaultLocale, 'conflicts')
  const told = [s.said, [s.source, s.more].filter(Boolean).join(' ')].filter(Boolean).join(' · ')
  return html`
    <li class="saying ${s.rank === 'deprecated' && 'saying-aside'}">
      <p class="saying-figure">
        ${s.rank === 'deprecated' ? html`<s>${figure(s)}</s>` : figure(s)}
        ${s.period && html`<span class="small muted">${s.period}</span>`}
      </p>
      <div>
        <p>${s.whose} <span class="muted">· ${s.basis}${s.scope && ` · ${s.scope}`}${s.status && ` · ${s.status}`}</span></p>
        <p class="small muted">${told}</p>
        ${s.ranked && html`<p class="small">${status(s.rank === 'preferred' ? 'done' : 'ended', 'plain', s.ranked)}</p>`}
        ${s.note && html`<p class="small">${s.note}</p>`}
        ${s.implies && html`<p class="small">${s.implies}</p>`}
        ${
          rank &&
          html`<p class="small no-print"><a class="saying-rank" href="/desk/entries/${s.entry}/correct" aria-label="${t('rankFigure', { figure: s.text, whose: s.whose })}">${t('rankIt')}</a></p>`
        }
      </div>
    </li>`
}
