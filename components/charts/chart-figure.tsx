import { Disclosure } from '@/components/ui/disclosure'
import { Table } from '@/components/ui/table'
import { dayText } from '@/lib/charts/layout/days'
import { inWindow } from '@/lib/charts/scene'
import type { ChartSpec } from '@/lib/charts/spec'
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
  slug,
  query = {},
  large = false,
}: {
  spec: ChartSpec
  slug: string
  /** Settings of the page's address that its charts leave with. */
  query?: ChartQuery
  large?: boolean
}) {
  const t = translator(spec.lang, 'charts.figure')
  const id = `chart-${spec.code}-${spec.measure}`
  const table = toTable(spec, { targets: t('targets'), events: t('events') })
  const page = `/relations/${slug}/indicators/${spec.code}`
  return (
    <figure className={large ? 'chart chart-large' : 'chart'} id={id} aria-labelledby={`${id}-title`}>
      <div className="chart-head">
        <h3 id={`${id}-title`}>
          {large ? (
            spec.title
          ) : (
            <a className="chart-title-link" href={page}>
              {spec.title}
            </a>
          )}
        </h3>
        <p className="muted small">{spec.unitLabel}</p>
      </div>
      <ChartCanvas
        spec={spec}
        describedBy={`${id}-summary`}
        words={{
          name: t('drawing', { title: spec.title }),
          keys: t('keys'),
          point: t.raw('point'),
          open: t('open'),
        }}
      />
      <Events spec={spec} label={t('events')} />
      <p className="chart-summary small" id={`${id}-summary`}>
        {toSummary(spec)}
      </p>
      {spec.footnotes.length > 0 ? (
        <ul className="chart-notes small muted" aria-label={t('notes')}>
          {spec.footnotes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      ) : null}
      <figcaption className="chart-source small muted">
        {spec.sourceLine} <span className="chart-known">{spec.knownLine}</span>
      </figcaption>
      <div className="chart-more">
        <div className="chart-table">
          <Disclosure summary={t('table')}>
            <Table label={t('tableOf', { title: spec.title })} markup={figureTable(table)} />
          </Disclosure>
        </div>
        <ExportMenu
          links={exportLinks(slug, spec, query)}
          anchor={id}
          citation={`${spec.title}. ${spec.sourceLine} ${spec.knownLine}.`}
        />
      </div>
    </figure>
  )
}

/** The numbers above the drawing in words, each leading to its evidence. */
function Events({ spec, label }: { spec: ChartSpec; label: string }) {
  const events = inWindow(spec)
  if (events.length === 0) return null
  return (
    <ol className="chart-events small" aria-label={label}>
      {events.map((event) => (
        <li key={event.entry}>
          <span className="muted">{dayText(event.on, spec.lang)}</span>{' '}
          <a className="chart-event-link" href={event.href} data-evidence={event.entry}>
            {event.label}
          </a>
        </li>
      ))}
    </ol>
  )
}
