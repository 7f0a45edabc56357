import { Cards } from '@/components/cards/cards'
import { ChartFigure } from '@/components/charts/chart-figure'
import { EvidenceKey } from '@/components/evidence/key'
import { FilterBar } from '@/components/filters/filter-bar'
import { PageHead } from '@/components/layout/page-head'
import { Section } from '@/components/layout/section'
import { Changes } from '@/components/relations/changes'
import { PromiseList } from '@/components/relations/promise-list'
import { RelationTabs } from '@/components/relations/relation-tabs'
import { Timeline } from '@/components/relations/timeline'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Empty } from '@/components/ui/empty'
import { Status } from '@/components/ui/status'
import { currentActor } from '@/lib/auth/session'
import { getDashboard } from '@/lib/dashboards/queries'
import { withClocks } from '@/lib/http/address'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { read } from '../../answer'
import { missingRelation } from './missing'
import { tooEarly } from './too-early'
import { type SearchParams, viewOf } from './view'

export const dynamic = 'force-dynamic'

/** Rows of a list in sight; the rest is one click away. */
const inSight = 12

export default async function RelationPage(props: {
  params: Promise<{ slug: string }>
  searchParams: Promise<SearchParams>
}) {
  const { slug } = await props.params
  const view = viewOf(await props.searchParams)
  const asked = await read(async () => getDashboard(await currentActor(), slug, view.filters))
  if ('instead' in asked) return asked.instead
  const d = asked.found
  if (!d) return missingRelation(slug)

  const t = translator(defaultLocale, 'dashboard')
  const layout = translator(defaultLocale, 'layout')
  const here = `/relations/${slug}`
  const clocks = new URLSearchParams(
    (['known', 'edition'] as const).flatMap((name) => (view.filters[name] ? [[name, view.filters[name]]] : [])),
  ).toString()
  const open = d.promises.filter((p) => p.status.open)
  const closed = d.promises.filter((p) => !p.status.open)
  return (
    <>
      <title>{`${d.head.name} · ${layout('name')}`}</title>
      <PageHead
        crumbs={[{ label: layout('relations'), href: withClocks('/', view.filters) }]}
        crumbsLabel={layout('crumbs')}
        title={d.head.name}
        facts={[
          <Status key="known" glyph="late" tone="quiet">
            {d.knownText.replace(/\.$/, '')}
          </Status>,
          d.head.changedText ? t('lastChange', { when: d.head.changedText }) : null,
          <a key="conflicts" className="page-fact" href={`${here}/conflicts${clocks ? `?${clocks}` : ''}`}>
            <Status glyph="clash" tone="quiet">
              {t('conflicts', { count: d.conflicts })}
            </Status>
          </a>,
        ].filter((fact) => fact !== null)}
      >
        <RelationTabs slug={slug} current="overview" clocks={view.filters} />
      </PageHead>
      <FilterBar
        action={here}
        values={view.values}
        themes={d.themes.map((c) => ({ value: c.code, label: c.name }))}
        reporters={d.reporters.map((r) => ({ value: r.slug, label: r.name }))}
        today={view.today}
        refused={view.refused}
      />
      {d.empty ? (
        <Empty title={t('empty.title')}>
          <p>{tooEarly(view.filters.edition, d.head) ?? t('empty.text')}</p>
          <ButtonLink href={here}>{t('empty.reset')}</ButtonLink>
        </Empty>
      ) : null}
      {d.cards.length ? (
        <Section id="status" title={t('status')} note={<EvidenceKey quoted={layout('quoted')} page={layout('page')} />}>
          <Cards cards={d.cards} words={{ target: t('target'), computed: t('computed') }} />
        </Section>
      ) : null}
      {d.charts.length ? (
        <Section id="charts" title={t('charts')}>
          <div className="charts">
            {d.charts.map((spec) => (
              <ChartFigure
                key={`${spec.code} ${spec.measure}`}
                spec={spec}
                address={`${here}/charts/${spec.code}`}
                page={withClocks(`${here}/indicators/${spec.code}`, view.filters)}
                query={view.query}
              />
            ))}
          </div>
        </Section>
      ) : null}
      {d.promises.length ? (
        <Section
          id="promises"
          title={t('promises')}
          note={
            <>
              <p>{t('promisesNote')}</p>
              <p className="no-print">
                <a href={withClocks(`${here}/promises`, view.filters)}>{t('allPromises')}</a>
              </p>
            </>
          }
        >
          {open.length ? <PromiseList promises={open.slice(0, inSight)} /> : <p className="muted">{t('noOpen')}</p>}
          <More summary={t('moreOpen', { count: open.length - inSight })} shown={open.length > inSight}>
            <PromiseList promises={open.slice(inSight)} />
          </More>
          <More summary={t('closed', { count: closed.length })} shown={closed.length > 0}>
            <PromiseList promises={closed} />
          </More>
        </Section>
      ) : null}
      {d.timeline.length ? (
        <Section id="timeline" title={t('timeline')}>
          <Timeline rows={d.timeline.slice(0, inSight)} />
          <More summary={t('earlier', { count: d.timeline.length - inSight })} shown={d.timeline.length > inSight}>
            <Timeline rows={d.timeline.slice(inSight)} />
          </More>
          <p className="more">
            <a href={withClocks(`${here}/timeline`, view.filters)}>{t('wholeTimeline')}</a>
          </p>
        </Section>
      ) : null}
      {d.changes.length ? (
        <Section id="changes" title={t('changes')} note={<p>{t('changesNote')}</p>}>
          <Changes rows={d.changes} />
          <p className="more">
            <a href={withClocks(`${here}/changes`, view.filters)}>{t('allChanges')}</a>
          </p>
        </Section>
      ) : null}
    </>
  )
}

function More({ summary, shown, children }: { summary: string; shown: boolean; children: React.ReactNode }) {
  if (!shown) return null
  return (
    <div className="more">
      <Disclosure summary={summary}>{children}</Disclosure>
    </div>
  )
}
