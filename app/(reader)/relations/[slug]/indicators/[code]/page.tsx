import { ChartFigure } from '@/components/charts/chart-figure'
import { type ChartQuery, exportLinks } from '@/components/charts/export-links'
import { FilterBar } from '@/components/filters/filter-bar'
import { PageHead } from '@/components/layout/page-head'
import { Section } from '@/components/layout/section'
import { Changes } from '@/components/relations/changes'
import { Conflicts } from '@/components/relations/conflicts'
import { Observations } from '@/components/relations/observations'
import { PromiseList } from '@/components/relations/promise-list'
import { RelationTabs } from '@/components/relations/relation-tabs'
import { Disclosure } from '@/components/ui/disclosure'
import { Empty } from '@/components/ui/empty'
import { Facts } from '@/components/ui/facts'
import { currentActor } from '@/lib/auth/session'
import { getIndicator } from '@/lib/dashboards/queries'
import { withClocks } from '@/lib/http/address'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { read } from '../../../../answer'
import { type SearchParams, viewOf } from '../../view'
import { missingIndicator } from './missing'

export const dynamic = 'force-dynamic'

const fileOf = (address: string, query: ChartQuery) =>
  exportLinks(address, query).find(({ format }) => format === 'csv')?.href

export default async function IndicatorPage(props: {
  params: Promise<{ slug: string; code: string }>
  searchParams: Promise<SearchParams>
}) {
  const { slug, code } = await props.params
  const view = viewOf(await props.searchParams)
  const asked = await read(async () => getIndicator(await currentActor(), slug, code, view.filters))
  if ('instead' in asked) return asked.instead
  const p = asked.found
  if (!p) return missingIndicator(slug, code)

  const t = translator(defaultLocale, 'indicators')
  const layout = translator(defaultLocale, 'layout')
  const relation = `/relations/${slug}`
  return (
    <>
      <title>{`${t('title', { indicator: p.indicator.name, name: p.head.name })} · ${layout('name')}`}</title>
      <PageHead
        crumbs={[
          { label: layout('relations'), href: withClocks('/', view.filters) },
          { label: p.head.name, href: withClocks(relation, view.filters) },
        ]}
        crumbsLabel={layout('crumbs')}
        title={p.indicator.name}
        facts={[p.indicator.themeText, p.indicator.unitText, p.knownText.replace(/\.$/, '')]}
      >
        <RelationTabs slug={slug} current={null} clocks={view.filters} />
      </PageHead>
      <FilterBar
        action={`${relation}/indicators/${code}`}
        values={view.values}
        reporters={p.reporters.map((r) => ({ value: r.slug, label: r.name }))}
        today={view.today}
        refused={view.refused}
      />
      {p.charts.length ? (
        <Section id="chart" title={t('chart')}>
          <div className="charts charts-large">
            {p.charts.map((spec) => (
              <ChartFigure
                key={spec.measure}
                spec={spec}
                address={`${relation}/charts/${code}`}
                query={view.query}
                large
              />
            ))}
          </div>
        </Section>
      ) : null}
      <Section id="definition" title={t('definition')}>
        <p className="prose definition">{p.indicator.definition}</p>
        <Facts
          facts={[
            { name: t('theme'), value: p.indicator.themeText },
            { name: t('unit'), value: p.indicator.unitText },
            { name: t('frequency'), value: p.indicator.frequencyText },
            { name: t('desired'), value: p.indicator.desiredText },
          ]}
        />
        <Disclosure summary={t('computed')}>
          <div className="prose computed">
            <p>{t('computedReading')}</p>
            <p>{t('computedChange')}</p>
            <p>{t('computedConflict')}</p>
            <p>{t('computedProgress')}</p>
          </div>
        </Disclosure>
      </Section>
      {p.conflicts.length ? (
        <Section id="conflicts" title={t('conflicts')} note={<p>{t('conflictsNote')}</p>}>
          <Conflicts conflicts={p.conflicts} />
        </Section>
      ) : null}
      <Section id="observations" title={t('observations')} note={<p>{t('observationsNote')}</p>}>
        {p.observations.length ? (
          <>
            <Observations lines={p.observations} label={t('table', { title: t('observations') })} />
            {p.isCut ? (
              <p className="small">
                {t('cut')} <a href={fileOf(`${relation}/charts/${code}`, view.query)}>{t('file')}</a>
              </p>
            ) : null}
          </>
        ) : (
          <Empty title={t('none')}>{t('noneText')}</Empty>
        )}
      </Section>
      {p.undated.length ? (
        <Section id="undated" title={t('undated')} note={<p>{t('undatedNote')}</p>}>
          <Observations lines={p.undated} label={t('table', { title: t('undated') })} />
        </Section>
      ) : null}
      {p.targets.length ? (
        <Section id="targets" title={t('targets')}>
          <PromiseList promises={p.targets} />
        </Section>
      ) : null}
      {p.revisions.length ? (
        <Section id="revisions" title={t('revisions')} note={<p>{t('revisionsNote')}</p>}>
          <Changes rows={p.revisions} />
        </Section>
      ) : null}
      {p.siblings.length ? (
        <nav className="section" aria-labelledby="siblings-title">
          <div className="section-head">
            <h2 id="siblings-title">{t('siblings')}</h2>
          </div>
          <ul className="jump section-body">
            {p.siblings.map((s) => (
              <li key={s.code}>
                <a href={withClocks(`${relation}/indicators/${s.code}`, view.filters)}>{s.name}</a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </>
  )
}
