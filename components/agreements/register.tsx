import { promiseStatus } from '@/components/cards/promise-status'
import { claim, figure } from '@/components/evidence/figure'
import { Html } from '@/components/ui/html'
import { html, type Markup } from '@/components/ui/markup'
import { status } from '@/components/ui/status'
import { Table } from '@/components/ui/table'
import type { AgreementLine, AgreementStage, BaseLine, ClaimLine, Occasion, PartyLine } from '@/lib/agreements/schema'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'

const words = () => translator(defaultLocale, 'agreements')
const underline = (quoted: boolean) => `claim ${quoted ? 'evidence-quote' : 'evidence-page'}`

/** Each agreement with its other names, its term, its parties and what is recorded of each. */
export function Register({ lines }: { lines: readonly AgreementLine[] }) {
  return <Html as="ol" className="register" markup={html`${lines.map(row)}`} />
}

function row(l: AgreementLine): Markup {
  const t = words()
  const id = `agreement-${l.entry}`
  const kind = [l.typeText, l.themeText, l.about].filter(Boolean).join(' · ')
  return html`
    <li class="agreement" id="${id}" aria-labelledby="${id}-title">
      <div class="agreement-head">
        <p class="agreement-kind">${kind}</p>
        <h3 id="${id}-title">${claim(l, l.title, underline(l.quoted))}</h3>
        ${l.otherTitles.length > 0 && html`<p class="agreement-other">${t('otherTitles', { list: l.otherTitles.map((title) => `“${title}”`).join(', ') })}</p>`}
        <p class="agreement-state">${promiseStatus(l.status)}</p>
        ${l.warnings.map((warning) => html`<p class="agreement-warning">${status('late', 'warn', warning)}</p>`)}
        ${l.term && html`<p class="agreement-term">${t('term', { term: l.term })}</p>`}
        ${l.note && html`<p class="agreement-note">${l.note}</p>`}
        <p class="agreement-source">${l.source}</p>
      </div>
      <div class="agreement-parties">
        <h4 class="hidden-visually">${t('parties')}</h4>
        <dl>${l.parties.map(party)}</dl>
      </div>
    </li>`
}

function party({ names, stages, unsigned }: PartyLine): Markup {
  const t = words()
  return html`
    <div>
      <dt>${names.join(', ')}</dt>
      <dd>${
        stages.length > 0 ? stages.map(stage) : html`<span class="muted">${t(unsigned ? 'notSigned' : 'noStep')}</span>`
      }</dd>
    </div>`
}

const stage = (s: AgreementStage): Markup => html`
  <p>${claim(s, s.text, underline(s.quoted))} ${s.on} <span class="muted small">${s.source}</span>${s.note && html` <span class="muted small">${s.note}</span>`}</p>`

/** What was claimed for each occasion beside what is listed by name for it. */
export function Occasions({ occasions }: { occasions: readonly Occasion[] }) {
  return <Html as="ol" className="occasions" markup={html`${occasions.map(occasion)}`} />
}

function occasion(o: Occasion): Markup {
  const t = words()
  return html`
    <li class="occasion" aria-labelledby="occasion-${o.key}">
      <h3 id="occasion-${o.key}">${o.on}${o.title && html` <span class="occasion-title">${o.title}</span>`}</h3>
      <p class="occasion-told">${o.told}</p>
      <div class="occasion-sides">
        <div>
          <h4>${t('claims')}</h4>
          <ul>${o.claims.map(claimed)}</ul>
        </div>
        <div>
          <h4>${t('listed', { count: o.listed.length })}</h4>
          <ul>${o.listed.map((l) => html`<li>${claim(l, l.title)} <span class="muted small">${l.on}</span></li>`)}</ul>
        </div>
      </div>
    </li>`
}

function claimed(c: ClaimLine): Markup {
  const t = words()
  return html`
    <li>
      <p>${figure(c)} ${c.how} · ${c.whose}${c.scope && html` <span class="muted">${t('scope', { scope: c.scope })}</span>`}</p>
      <p class="muted small">${c.source}</p>
    </li>`
}

/** What was said of the size of the whole legal base, beside how many of the register were signed by then. */
export function BaseTable({ lines }: { lines: readonly BaseLine[] }) {
  const t = words()
  const columns = ['on', 'claim', 'whose', 'source', 'listed'] as const
  return (
    <Table
      label={t('baseTable')}
      markup={html`
        <thead><tr>${columns.map((name) => html`<th scope="col">${t(`baseColumns.${name}`)}</th>`)}</tr></thead>
        <tbody>
          ${lines.map(
            (l) => html`
              <tr>
                <th scope="row">${l.on}</th>
                <td>${figure(l)}</td>
                <td>${l.whose}</td>
                <td class="muted">${l.source}</td>
                <td>${l.listed}</td>
              </tr>`,
          )}
        </tbody>`}
    />
  )
}
