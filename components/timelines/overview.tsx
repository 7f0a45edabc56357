import { Html } from '@/components/ui/html'
import { html, type Markup } from '@/components/ui/markup'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { type MomentKind, momentKinds, type Strip, type StripColumn, type TimelinePage } from '@/lib/timelines/schema'
import { type TimelineHref, toggled } from './address'

const laneHeight = 20
const tallest = 15
const shortest = 2.5

/**
 * The time line in small: a lane for each kind, a column for each stretch of time. A column leads to its days, a lane to
 * its kind; both are links, so that it works without a script and from the keyboard.
 */
export function Overview({
  strip,
  counts,
  kind,
  href,
}: {
  strip: Strip
  counts: TimelinePage['counts']
  kind: MomentKind | null
  href: TimelineHref
}) {
  const t = translator(defaultLocale, 'timelines')
  return (
    <div className="strip" id="overview">
      <nav className="strip-lanes" aria-label={t('kind')}>
        <Html as="ul" markup={html`${momentKinds.map((own) => lane(own, counts[own], kind, href))}`} />
      </nav>
      <nav className="strip-scroll" aria-label={t('columns', { count: strip.columns.length })}>
        <Html
          as="ol"
          className="strip-columns"
          markup={html`${strip.columns.toReversed().map((c) => column(c, mostOf(strip, kind), kind, href))}`}
        />
      </nav>
      <nav className="strip-zoom" aria-label={t('zoom')}>
        <Html as="ul" markup={zooms(strip, href)} />
      </nav>
    </div>
  )
}

const lane = (own: MomentKind, count: number, kind: MomentKind | null, href: TimelineHref): Markup => {
  const t = translator(defaultLocale, 'timelines')
  const chosen = own === kind
  return html`
    <li>
      <a href="${href({ kind: toggled(own, kind) })}" aria-current="${chosen ? 'true' : 'false'}"
        ><span class="lane-key lane-${own}"></span>${t(`kinds.${own}`)} <span class="muted">${count}</span></a>
    </li>`
}

/** Positions are many: they are drawn where they are asked for, and then measure the bars. */
const isDrawn = (own: MomentKind, kind: MomentKind | null) => own !== 'statement' || kind === own
const mostOf = ({ columns }: Strip, kind: MomentKind | null) =>
  Math.max(1, ...columns.flatMap((c) => momentKinds.map((own) => (isDrawn(own, kind) ? c.counts[own] : 0))))

/** Bars of one column, a lane below the other; what they show is said in its name. */
function bars(c: StripColumn, most: number, kind: MomentKind | null): Markup {
  const rects = momentKinds.map((own, i) => {
    const count = c.counts[own]
    if (!count || !isDrawn(own, kind)) return null
    const height = Math.max(shortest, Math.round((count / most) * tallest * 10) / 10)
    const faint = kind !== null && own !== kind
    return html`<rect class="lane-${own}${faint && ' faint'}" x="2" width="6" y="${(i + 1) * laneHeight - height - 1}" height="${height}"/>`
  })
  return html`
    <svg class="strip-bars" viewBox="0 0 10 ${momentKinds.length * laneHeight}" preserveAspectRatio="none" aria-hidden="true">${rects}</svg>`
}

function column(c: StripColumn, most: number, kind: MomentKind | null, href: TimelineHref): Markup {
  const t = translator(defaultLocale, 'timelines')
  const parts = momentKinds
    .filter((own) => c.counts[own] > 0 && (own !== 'statement' || kind === own))
    .map((own) => t('part', { count: c.counts[own], kind: t(`one.${own}`, { count: c.counts[own] }) }))
  const name = parts.length
    ? t('columnOf', { name: c.name, total: c.total, parts: parts.join(', ') })
    : t('column', { name: c.name, total: c.total })
  return html`
    <li>
      <a href="${href({ from: c.from, to: c.to })}" title="${name}">
        ${bars(c, most, kind)}
        <span class="strip-label" aria-hidden="true">${c.label}${c.year && html`<span>${c.year}</span>`}</span>
        <span class="hidden-visually">${name}</span>
      </a>
    </li>`
}

function zooms(strip: Strip, href: TimelineHref): Markup {
  const t = translator(defaultLocale, 'timelines')
  return html`${(['earlier', 'later', 'zoomIn', 'zoomOut'] as const).map((way) => {
    const there = strip[way]
    return (
      there &&
      html`<li><a href="${href({ from: there.from, to: there.to })}">${t(way, { window: there.text })}</a></li>`
    )
  })}`
}
