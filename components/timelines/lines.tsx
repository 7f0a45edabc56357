import { claim, figure } from '@/components/evidence/figure'
import { Html } from '@/components/ui/html'
import { html, type Markup } from '@/components/ui/markup'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import type { TimelineLine, TimelineYear } from '@/lib/timelines/schema'

/** The lines of a year under their months, newest first. */
export function Lines({ year }: { year: TimelineYear }) {
  const months = year.months.map(
    (m) => html`
      <section class="line-month" aria-labelledby="m${m.month}">
        <h3 id="m${m.month}">${m.name}</h3>
        <ol>${m.lines.map(line)}</ol>
      </section>`,
  )
  return <Html className="line-months" markup={html`${months}`} />
}

/** What has no place on the line. */
export function Undated({ lines }: { lines: readonly TimelineLine[] }) {
  return <Html as="ol" markup={html`${lines.map(line)}`} />
}

function line(l: TimelineLine): Markup {
  return html`
    <li class="line lane-${l.kind}">
      ${l.dated ? html`<time datetime="${l.day}">${l.dayText}</time>` : html`<span class="muted">${l.dayText}</span>`}
      <div>
        <p>${claim(l.claim, l.claim.text)}${l.figures && moved(l.figures)}</p>
        <p class="small muted"><span class="line-type">${l.typeText}</span> · ${[l.themeText, ...l.told].join(' · ')} · <span class="line-source">${l.source}</span></p>
      </div>
    </li>`
}

function moved(f: NonNullable<TimelineLine['figures']>): Markup {
  const t = translator(defaultLocale, 'timelines')
  return html`<span class="line-figures">${figure(f.now)} ${t('moveNow', { period: f.nowText })}, ${t('moveAfter')} ${figure(f.earlier)} ${t('moveNow', { period: f.earlierText })}</span>`
}
