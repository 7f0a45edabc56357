import { claim } from '@/components/evidence/figure'
import { Html } from '@/components/ui/html'
import { html, type Markup } from '@/components/ui/markup'
import { status } from '@/components/ui/status'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import type { RevisionDay, RevisionLine } from '@/lib/revisions/schema'

const shapes = { added: 'next', corrected: 'clash', withdrawn: 'ended' } as const

/** The changes of a day, newest first. */
export function RevisionLines({ day }: { day: RevisionDay }) {
  return <Html as="ol" className="revisions" markup={html`${day.lines.map(line)}`} />
}

function line(l: RevisionLine): Markup {
  const t = translator(defaultLocale, 'revisions')
  const told = [l.kindText, l.whose, l.source].filter(Boolean).join(' · ')
  return html`
    <li>
      <p class="revision-act">${status(shapes[l.act], l.act === 'withdrawn' ? 'warn' : 'quiet', t(`acts.${l.act}`))} <time class="muted" datetime="${l.at}">${l.timeText}</time></p>
      <div>
        <p>${claim(l.claim, l.claim.text)}${l.text && html` <span class="${l.whose === null ? 'muted' : 'said'}">${l.text}</span>`}</p>
        ${l.fields.length > 0 && fields(l)}
        ${l.act !== 'added' && html`<p class="revision-why">${l.why ? t('why', { why: l.why }) : t('noWhy')}</p>`}
        <p class="small muted">${told} · <a href="${l.historyHref}">${t('version', { version: l.version })}, ${t('history')}</a></p>
      </div>
    </li>`
}

/** Old and new beside each other; which is which is said in words, not only struck out. */
function fields(l: RevisionLine): Markup {
  const t = translator(defaultLocale, 'revisions')
  const part = (tag: 'del' | 'ins', name: string, text: string | null) => {
    const inside = html`<span class="hidden-visually">${name}: </span>${text ?? t('nothing')}`
    return tag === 'del' ? html`<del>${inside}</del>` : html`<ins>${inside}</ins>`
  }
  return html`
    <dl class="revision-fields">
      ${l.fields.map(
        (f) => html`
          <div><dt>${f.field}</dt><dd>${part('del', t('old'), f.from)} <span aria-hidden="true">→</span> ${part('ins', t('new'), f.to)}</dd></div>`,
      )}
    </dl>`
}
