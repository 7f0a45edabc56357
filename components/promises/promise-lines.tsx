import { promiseStatus } from '@/components/cards/promise-status'
import { claim, figure } from '@/components/evidence/figure'
import { disclosure } from '@/components/ui/disclosure'
import { Html } from '@/components/ui/html'
import { html, type Markup, type Piece } from '@/components/ui/markup'
import { progress } from '@/components/ui/progress'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import type { Input, PromiseLine, ReporterLine, TrailStep } from '@/lib/promises/schema'

/** Each promise with who, to whom, when, by when, what came of it, and how far the figures are. */
export function PromiseLines({ lines }: { lines: readonly PromiseLine[] }) {
  return <Html as="ol" className="promise-lines" markup={html`${lines.map(row)}`} />
}

const words = () => translator(defaultLocale, 'promises')
const underline = (quoted: boolean | undefined) => `claim ${quoted === false ? 'evidence-page' : 'evidence-quote'}`

function row(p: PromiseLine): Markup {
  const t = words()
  const id = `promise-${p.entry}`
  const again = p.trail.filter((s) => s.code === 'restated').map((s) => claim(s, s.on, underline(s.quoted)))
  return html`
    <li class="promise" id="${id}" aria-labelledby="${id}-what">
      <div class="promise-head">
        <p class="promise-kind">${p.kindText} · ${p.themeText}</p>
        <h3 id="${id}-what">${claim(p, p.what, underline(p.quoted))}</h3>
        <p class="promise-state">${promiseStatus(p.status)}${p.detail && html` <span class="muted">${p.detail}</span>`}</p>
        ${p.outcome && html`<p class="promise-outcome">${claim(p.outcome, p.outcome.text)}</p>`}
        ${p.note && html`<p class="promise-note">${p.note}</p>`}
        ${p.reporters.length > 0 && measured(p.reporters)}
      </div>
      <div class="promise-body">
        <dl class="promise-facts">
          ${fact(t('facts.who'), p.who)}
          ${fact(t('facts.announced'), p.announced?.text ?? t('announcedUnknown'))}
          ${again.length > 0 && fact(t('facts.restated'), t('restatedTimes', { count: again.length }), listed(again))}
          ${fact(t('facts.due'), p.due)}
        </dl>
        <h4>${t('trail')}</h4>
        <ol class="trail">${p.trail.map(step)}</ol>
      </div>
    </li>`
}

const fact = (name: string, ...value: Piece[]): Markup | null =>
  value.every((piece) => piece === null) ? null : html`<div><dt>${name}</dt><dd>${value}</dd></div>`

const listed = (links: readonly Markup[]): Piece[] => [
  ': ',
  ...links.flatMap((link, i) => (i > 0 ? [', ', link] : [link])),
]

const step = (s: TrailStep): Markup => html`
  <li class="trail-step">
    <span class="trail-day">${s.on}</span>
    <div>
      ${claim(s, s.text, underline(s.quoted))}
      ${s.note && html` <span>${s.note}</span>`}
      <p class="trail-source">${s.source}</p>
    </div>
  </li>`

function measured(reporters: readonly ReporterLine[]): Markup {
  const t = words()
  return html`
    <div class="promise-measured">
      <h4>${t('progress')}</h4>
      <ul>${reporters.map(reporter)}</ul>
    </div>`
}

function reporter(r: ReporterLine): Markup {
  const t = words()
  return html`
    <li class="reporter">
      <p class="reporter-line">
        <span class="reporter-whose">${r.whose}</span>
        ${r.figure && html`<span>${figure(r.figure)} <span class="muted">${r.period}</span></span>`}
        ${r.share && html`<span>${r.share}</span>`}
        <span class="reporter-pace">${promiseStatus(r.pace)}</span>
      </p>
      ${r.percent !== null && progress(r.percent)}
      ${disclosure(t('computed'), computed(r))}
    </li>`
}

const computed = (r: ReporterLine): Markup => html`
  <dl class="inputs">${r.inputs.map(input)}</dl>
  ${r.formulas.map((formula) => html`<p class="formula">${formula}</p>`)}`

const input = (i: Input): Markup => html`
  <div><dt>${i.name}</dt><dd>${
    i.href && i.entry !== undefined ? figure({ entry: i.entry, href: i.href, text: i.text, quoted: i.quoted }) : i.text
  }</dd></div>`
