import { ChartFigure } from '@/components/charts/chart-figure'
import { legend } from '@/components/corridors/legend'
import { mapView } from '@/components/corridors/map-view'
import { part } from '@/components/corridors/part'
import { routeList } from '@/components/corridors/route-list'
import { figure } from '@/components/evidence/figure'
import { EvidenceKey } from '@/components/evidence/key'
import { FilterBar, type MoreChoice } from '@/components/filters/filter-bar'
import { PageHead } from '@/components/layout/page-head'
import { Section } from '@/components/layout/section'
import { RelationTabs } from '@/components/relations/relation-tabs'
import { Empty } from '@/components/ui/empty'
import { Html } from '@/components/ui/html'
import { html } from '@/components/ui/markup'
import { Status } from '@/components/ui/status'
import { currentActor } from '@/lib/auth/session'
import { getCorridor } from '@/lib/corridors/queries'
import { CorridorChoice, type CorridorPage, type CorridorPart } from '@/lib/corridors/schema'
import { withClocks } from '@/lib/http/address'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { answerWith, read } from '../../../answer'
import { missingRelation } from '../missing'
import { type SearchParams, viewOf } from '../view'

export const dynamic = 'force-dynamic'

export default async function CorridorOfRelation(props: {
  params: Promise<{ slug: string }>
  searchParams: Promise<SearchParams>
}) {
  const { slug } = await props.params
  const params = await props.searchParams
  const view = viewOf(params)
  const asked = await read(async () =>
    getCorridor(await currentActor(), slug, view.filters, CorridorChoice.parse(params.corridor)),
  )
  if ('instead' in asked) return asked.instead
  const found = asked.found
  if (!found) return missingRelation(slug)

  const t = translator(defaultLocale, 'corridor')
  const layout = translator(defaultLocale, 'layout')
  const { corridor, head } = found
  const here = `/relations/${slug}/corridor`
  const wrong = params.corridor && params.corridor !== corridor?.slug ? String(params.corridor).slice(0, 80) : null
  if (wrong) answerWith(400)
  const choice: Record<string, string> =
    corridor && corridor.slug !== found.corridors[0]?.slug ? { corridor: corridor.slug } : {}
  const title = corridor?.name ?? t('title')
  return (
    <>
      <title>{`${title} · ${head.name} · ${layout('name')}`}</title>
      <PageHead
        crumbs={[
          { label: layout('relations'), href: withClocks('/', view.filters) },
          { label: head.name, href: withClocks(`/relations/${slug}`, view.filters) },
        ]}
        crumbsLabel={layout('crumbs')}
        title={title}
        facts={[
          <Status key="known" glyph="late" tone="quiet">
            {found.knownText.replace(/\.$/, '')}
          </Status>,
          ...(corridor ? [corridor.countries.join(', ')] : []),
        ]}
      >
        <RelationTabs slug={slug} current="corridor" clocks={view.filters} />
      </PageHead>
      <FilterBar
        action={here}
        values={view.values}
        more={moreOf(found, t('which'))}
        reporters={found.reporters.map((r) => ({ value: r.slug, label: r.name }))}
        today={view.today}
        refused={[...view.refused, ...(wrong ? [t('unknown', { value: wrong })] : [])]}
      />
      {corridor ? (
        <Corridor corridor={corridor} here={here} query={{ ...view.query, ...choice }} />
      ) : (
        <Empty title={t('noneTitle')}>
          <p>{t('noneText')}</p>
        </Empty>
      )}
    </>
  )
}

type Query = Record<string, string | undefined>
const addressed = (address: string, query: Query) => {
  const asked = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : [])),
  )
  return asked.size > 0 ? `${address}?${asked}` : address
}

/** The first corridor is what an address without a choice shows. */
function moreOf({ corridors, corridor }: CorridorPage, label: string): MoreChoice[] {
  const [first, ...others] = corridors
  if (!first || !others.length) return []
  const choices = others.map(({ slug, name }) => ({ value: slug, label: name }))
  const value = corridor && corridor.slug !== first.slug ? corridor.slug : null
  return [{ name: 'corridor', label, value, all: first.name, choices }]
}

function Corridor({
  corridor,
  here,
  query,
}: {
  corridor: NonNullable<CorridorPage['corridor']>
  here: string
  query: Query
}) {
  const t = translator(defaultLocale, 'corridor')
  const layout = translator(defaultLocale, 'layout')
  const { map } = corridor
  const formats = ['png', 'svg', 'pdf'] as const
  return (
    <>
      {map ? (
        <Section id="map" title={t('map')} note={<p>{t('mapNote')}</p>}>
          <figure className="corridor-figure" aria-describedby="map-summary">
            <Html className="corridor-frame" markup={mapView(map, t('mapOf', { name: corridor.name }))} />
            <p className="map-narrow muted small">{t('mapNarrow')}</p>
            <Html markup={legend(map.legend)} />
            <p className="hidden-visually" id="map-summary">
              {map.summary}
            </p>
            <figcaption className="chart-source small muted">
              {map.sourceLine} {map.knownLine}
            </figcaption>
          </figure>
          <Html
            as="ul"
            className="corridor-files small no-print"
            markup={html`
              ${formats.map((format) => html`<li><a href="${addressed(`${here}/map.${format}`, query)}" download>${t('picture', { format: format.toUpperCase() })}</a></li>`)}
              <li><a href="${addressed(`${here}.csv`, query)}" download>${t('csv')}</a></li>`}
          />
        </Section>
      ) : (
        <Empty title={t('emptyTitle', { name: corridor.name })}>
          <p>{t('emptyText')}</p>
        </Empty>
      )}
      <Section id="narrow" title={t('narrow')} note={<EvidenceKey quoted={layout('quoted')} page={layout('page')} />}>
        <div className="prose narrow-said">
          {corridor.narrowText.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
        {corridor.narrow.length ? (
          <Html
            as="ol"
            className="narrow"
            aria-label={t('narrowTable')}
            markup={html`${corridor.narrow.map(({ id, name, cell }) => html`<li><a href="#${id}">${name}</a> ${figure(cell)} <span class="muted small">${cell.more}</span></li>`)}`}
          />
        ) : null}
        <p className="small muted">{t('narrowNote')}</p>
      </Section>
      {corridor.route.length ? (
        <Section id="route" title={t('route')} note={<p>{t('routeNote')}</p>}>
          <Html
            as="ol"
            className="route"
            markup={routeList(corridor.route, { capacity: t('capacity'), flow: t('flow'), share: t('share') })}
          />
        </Section>
      ) : null}
      <Section id="whole" title={t('whole')}>
        {corridor.charts.length ? (
          <div className="charts">
            {corridor.charts.map((spec) => (
              <ChartFigure key={spec.code} spec={spec} address={`${here}/charts/${spec.code}`} query={query} />
            ))}
          </div>
        ) : null}
        {corridor.whole.groups.length ? (
          <Parts parts={[corridor.whole]} bare={null} heading={false} />
        ) : (
          <p className="muted">{t('noFigures')}</p>
        )}
      </Section>
      {corridor.nodes.length || corridor.bareNodes.length ? (
        <Section id="places" title={t('nodes')} note={<p>{t('nodesNote')}</p>}>
          <Parts parts={corridor.nodes} bare={{ parts: corridor.bareNodes, say: 'bareNodes' }} />
        </Section>
      ) : null}
      {corridor.legs.length || corridor.bareLegs.length ? (
        <Section id="legs" title={t('legs')} note={<p>{t('legsNote')}</p>}>
          <Parts parts={corridor.legs} bare={{ parts: corridor.bareLegs, say: 'bareLegs' }} />
        </Section>
      ) : null}
      {corridor.countriesTogether.length ? (
        <Section id="together" title={t('together')} note={<p>{t('togetherNote')}</p>}>
          <Parts parts={corridor.countriesTogether} bare={null} />
        </Section>
      ) : null}
    </>
  )
}

function Parts({
  parts,
  bare,
  heading = true,
}: {
  parts: readonly CorridorPart[]
  bare: { parts: { id: string; name: string }[]; say: 'bareNodes' | 'bareLegs' } | null
  heading?: boolean
}) {
  const t = translator(defaultLocale, 'corridor')
  const words = {
    share: t('share'),
    flow: t('flow'),
    capacity: t('capacity'),
  }
  const names = bare?.parts.map(({ id, name }) => html`<span id="${id}">${name}</span>`) ?? []
  const listed = names.flatMap((name, i) => (i === 0 ? [name] : [', ', name]))
  const [before, after] = bare ? t(bare.say, { names: '\n' }).split('\n') : []
  return (
    <>
      {parts.map((p) => (
        <Html key={p.id} id={p.id} className="part" markup={part(p, words, heading)} />
      ))}
      {listed.length ? (
        <Html className="muted part-bare" markup={html`${before ?? ''}${listed}${after ?? ''}`} />
      ) : null}
    </>
  )
}
