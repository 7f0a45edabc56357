import { ChartFigure } from '@/components/charts/chart-figure'
import { EvidenceKey } from '@/components/evidence/key'
import { FilterBar } from '@/components/filters/filter-bar'
import { Standings } from '@/components/filters/standings'
import { PageHead } from '@/components/layout/page-head'
import { Section } from '@/components/layout/section'
import { PromiseLines } from '@/components/promises/promise-lines'
import { RelationTabs } from '@/components/relations/relation-tabs'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Status } from '@/components/ui/status'
import { currentActor } from '@/lib/auth/session'
import { withClocks } from '@/lib/http/address'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { getPromises } from '@/lib/promises/queries'
import { outcomes } from '@/lib/promises/schema'
import { read } from '../../../answer'
import { missingRelation } from '../missing'
import { tooEarly } from '../too-early'
import { type SearchParams, viewOf } from '../view'
import { moreOf, own } from './settings'

export const dynamic = 'force-dynamic'

export default async function PromisesPage(props: {
  params: Promise<{ slug: string }>
  searchParams: Promise<SearchParams>
}) {
  const { slug } = await props.params
  const view = viewOf(await props.searchParams, own)
  const asked = await read(async () => getPromises(await currentActor(), slug, view.filters))
  if ('instead' in asked) return asked.instead
  const p = asked.found
  if (!p) return missingRelation(slug)

  const t = translator(defaultLocale, 'promises')
  const layout = translator(defaultLocale, 'layout')
  const relation = `/relations/${slug}`
  const here = `${relation}/promises`
  const query = new URLSearchParams(view.values as Record<string, string>)
  const table = `${here}.csv${query.size ? `?${query}` : ''}`
  return (
    <>
      <title>{`${t('title', { name: p.head.name })} · ${layout('name')}`}</title>
      <PageHead
        crumbs={[
          { label: layout('relations'), href: withClocks('/', view.filters) },
          { label: p.head.name, href: withClocks(relation, view.filters) },
        ]}
        crumbsLabel={layout('crumbs')}
        title={t('heading')}
        facts={[
          t('listOf', { count: p.lines.length, all: p.all }),
          <Status key="known" glyph="late" tone="quiet">
            {p.knownText.replace(/\.$/, '')}
          </Status>,
        ]}
      >
        <p className="lead">
          {t('lead')} {p.charts.length ? <a href="#paths">{t('toPaths', { count: p.charts.length })}</a> : null}
        </p>
        <RelationTabs slug={slug} current="promises" clocks={view.filters} />
      </PageHead>
      <FilterBar
        action={here}
        values={view.values}
        themes={p.themes.map((c) => ({ value: c.code, label: c.name }))}
        more={moreOf(view.filters, p.people)}
        reporters={p.reporters.map((r) => ({ value: r.slug, label: r.name }))}
        today={view.today}
        refused={view.refused}
      />
      {p.all > 0 ? (
        <Standings
          page={here}
          label={t('counts')}
          states={outcomes.map((value) => ({ value, text: t(`outcomes.${value}`), count: p.counts[value] }))}
          everything={t('everything')}
          values={view.values as Record<string, string>}
        />
      ) : null}
      {p.lines.length ? (
        <Section
          id="list"
          title={t('list')}
          note={
            <>
              <p>{t('listNote')}</p>
              <EvidenceKey quoted={layout('quoted')} page={layout('page')} />
              <p className="no-print">
                <a href={table} download>
                  {t('csv')}
                </a>
              </p>
            </>
          }
        >
          <PromiseLines lines={p.lines} />
        </Section>
      ) : (
        <Empty title={t(p.all ? 'empty.title' : 'empty.none')}>
          <p>{tooEarly(view.filters.edition, p.head) ?? t(p.all ? 'empty.text' : 'empty.noneText')}</p>
          <ButtonLink href={here}>{t('empty.reset')}</ButtonLink>
        </Empty>
      )}
      {p.charts.length ? (
        <Section id="paths" title={t('paths')} note={<p>{t('pathsNote')}</p>}>
          <div className="charts">
            {p.charts.map((spec) => (
              <ChartFigure
                key={spec.code}
                spec={spec}
                address={`${here}/charts/${spec.code}`}
                page={withClocks(`${relation}/indicators/${spec.code}`, view.filters)}
                query={view.query}
              />
            ))}
          </div>
        </Section>
      ) : null}
    </>
  )
}
