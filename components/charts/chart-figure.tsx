import { claim } from '@/components/evidence/figure'
import { disclosure } from '@/components/ui/disclosure'
import { Html } from '@/components/ui/html'
import { data, html, type Markup } from '@/components/ui/markup'
import { table } from '@/components/ui/table'
import { dayText } from '@/lib/charts/layout/days'
import { inWindow } from '@/lib/charts/scene'
import type { ChartSpec, EventMark } from '@/lib/charts/spec'
import { toSummary } from '@/lib/charts/summary'
import { toTable } from '@/lib/charts/table'
import { translator } from '@/lib/i18n/translate'
import { ChartCanvas } from './chart-canvas'
import { type ChartQuery, exportLinks } from './export-links'
import { ExportMenu } from './export-menu'
import { figureTable } from './figure-table'

/**
 * A chart on a page: what is text is HTML (title, summary, events, notes, sources), the drawing follows when its
 * script has arrived, and the table with the same figures is one click away; without a script it stands open.
 */
export function ChartFigure({
  spec,
  address,
  page = null,
  query = {},
  large = false,
}: {
  spec: ChartSpec
  /** Where its picture is, without the format: `/relations/aze-kaz/charts/trade-turnover`. */
  address: string
  /** The page that says more, where this is not it. */
  page?: string | null
  /** Settings of the page's address that its charts leave with. */
  query?: ChartQuery
  large?: boolean
}) {
  const t = translator(spec.lang, 'charts.figure')
  const id = `chart-${spec.code}-${spec.measure}`
  const figures = toTable(spec, {
    targets: t('targets'),
    events: t('events'),
    gap: (a, b) => t('gaps', { a, b }),
  })
  const name = html`<h3 id="${id}-title">${page === null ? spec.title : html`<a class="chart-title-link" href="${page}">${spec.title}</a>`}</h3>`
  return (
    <figure className={large ? 'chart chart-large' : 'chart'} id={id} aria-labelledby={`${id}-title`}>
      <Html className="chart-head" markup={html`${name}<p class="muted small">${spec.unitLabel}</p>`} />
      <ChartCanvas
        spec={`${id}-data`}
        describedBy={`${id}-summary`}
        words={{
          name: t('drawing', { title: spec.title }),
          keys: t('keys'),
          point: t.raw('point'),
          open: t('open'),
        }}
      />
      <Html
        className="chart-told"
        markup={html`
          ${data(`${id}-data`, spec)}
          ${events(spec, t('events'))}
          <p class="chart-summary small" id="${id}-summary">${toSummary(spec)}</p>
          ${
            spec.footnotes.length > 0 &&
            html`
              <ul class="chart-notes small muted" aria-label="${t('notes')}">
                ${spec.footnotes.map((note) => html`<li>${note}</li>`)}
              </ul>`
          }`}
      />
      <figcaption className="chart-source small muted">
        {spec.sourceLine} <span className="chart-known">{spec.knownLine}</span>
      </figcaption>
      <div className="chart-more">
        <Html
          className="chart-table"
          markup={disclosure(t('table'), table(figureTable(figures), t('tableOf', { title: spec.title })))}
        />
        <ExportMenu
          links={exportLinks(address, { ...(spec.measure === 'change' && { measure: 'change' }), ...query })}
          anchor={id}
          citation={`${spec.title}. ${spec.sourceLine} ${spec.knownLine}.`}
        />
      </div>
    </figure>
  )
}

/** The numbers above the drawing in words, each leading to its evidence. */
function events(spec: ChartSpec, label: string): Markup | null {
  const shown = inWindow(spec)
  if (shown.length === 0) return null
  const line = (event: EventMark) => html`
    <li>
      <span class="muted">${dayText(event.on, spec.lang)}</span>
      ${' '}${claim(event, event.label, 'chart-event-link')}
    </li>`
  return html`<ol class="chart-events small" aria-label="${label}">${shown.map(line)}</ol>`
}
