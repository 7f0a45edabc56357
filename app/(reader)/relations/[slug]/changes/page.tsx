import { FilterBar } from '@/components/filters/filter-bar'
import { PageHead } from '@/components/layout/page-head'
import { Section } from '@/components/layout/section'
import { RelationTabs } from '@/components/relations/relation-tabs'
import { RevisionLines } from '@/components/revisions/lines'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Notice } from '@/components/ui/notice'
import { currentActor } from '@/lib/auth/session'
import { formatDay } from '@/lib/dashboards/points/rules'
import { withClocks } from '@/lib/http/address'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { getRevisions, most } from '@/lib/revisions/queries'
import { acts, RevisionFilters } from '@/lib/revisions/schema'
import { read } from '../../../answer'
import { missingRelation } from '../missing'
import { tooEarly } from '../too-early'
import { type SearchParams, viewOf } from '../view'

export const dynamic = 'force-dynamic'

export default async function ChangesPage(props: {
  params: Promise<{ slug: string }>
  searchParams: Promise<SearchParams>
}) {
  const { slug } = await props.params
  const own = ['since', 'until', 'what', 'page'] as const
  const view = viewOf(await props.searchParams, { schema: RevisionFilters, names: own })
  const { filters } = view
  const asked = await read(async () => getRevisions(await currentActor(), slug, filters))
  if ('instead' in asked) return asked.instead
  const p = asked.found
  if (!p) return missingRelation(slug)

  const t = translator(defaultLocale, 'revisions')
  const layout = translator(defaultLocale, 'layout')
  const { page: _, from: _from, to: _to, reporter: _reporter, ...values } = view.values
  const here = `/relations/${slug}/changes`
  const href = (change: Partial<Record<keyof typeof view.values, string | null>>, file = '') => {
    const query = new URLSearchParams()
    for (const [name, value] of Object.entries({ ...values, ...change })) if (value) query.set(name, value)
    return `${here}${file}${query.size ? `?${query}` : ''}`
  }
  const day = (iso: string) => formatDay(iso, defaultLocale)
  const never = p.head.firstOn === null
  return (
    <>
      <title>{`${t('title', { name: p.head.name })} · ${layout('name')}`}</title>
      <link
        rel="alternate"
        type="application/atom+xml"
        title={t('feedTitle', { name: p.head.name })}
        href={`${here}.atom`}
      />
      <PageHead
        crumbs={[
          { label: layout('relations'), href: withClocks('/', view.filters) },
          { label: p.head.name, href: withClocks(`/relations/${slug}`, view.filters) },
        ]}
        crumbsLabel={layout('crumbs')}
        title={t('title', { name: p.head.name })}
        facts={[p.knownText.replace(/\.$/, '')]}
      >
        <p className="lead">{t('lead')}</p>
        <RelationTabs slug={slug} current="changes" clocks={filters} />
      </PageHead>
      <FilterBar
        action={here}
        values={values}
        span={false}
        themes={p.themes.map((c) => ({ value: c.code, label: c.name }))}
        today={view.today}
        refused={view.refused}
        more={[
          { name: 'since', label: t('since'), value: filters.since },
          { name: 'until', label: t('until'), value: filters.until },
          {
            name: 'what',
            label: t('kind'),
            value: filters.what,
            all: t('everything'),
            choices: acts.map((act) => ({ value: act, label: t(`acts.${act}`) })),
          },
        ]}
      />
      {never ? (
        <Empty title={t('never')}>
          <p>{t('neverText')}</p>
        </Empty>
      ) : p.tooEarly ? (
        <Empty title={t('tooEarly')}>
          <p>{tooEarly(p.until, p.head)}</p>
          <ButtonLink href={href({ since: p.head.firstOn, until: p.head.firstOn, edition: null, what: null })}>
            {t('toFirst')}
          </ButtonLink>
        </Empty>
      ) : (
        <>
          {p.reachedBack ? (
            <Notice>
              <p>{t('reachedBack', { until: day(p.until) })}</p>
            </Notice>
          ) : null}
          <div className="revision-head">
            <p role="status">
              <strong>{t('summary', { since: day(p.since), until: day(p.until) })}</strong>
              {p.pages > 1 ? <span className="muted"> · {t('shown', { ...p.shown, found: p.found })}</span> : null}
            </p>
            <nav aria-label={t('kind')}>
              <ul className="revision-kinds">
                {acts.map((act) => (
                  <li key={act}>
                    <a
                      href={href({ what: filters.what === act ? null : act })}
                      aria-current={filters.what === act ? 'true' : 'false'}
                    >
                      {t(`counts.${act}`, { count: p.counts[act] })}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
            <a className="no-print" href={href({}, '.csv')}>
              {t('csv')}
            </a>
            <a className="no-print" href={`${here}.atom`}>
              {t('feed')}
            </a>
          </div>
          {p.days.length ? null : (
            <Empty title={t('none')}>
              <p>{t('noneText')}</p>
              <ButtonLink href={here}>{t('everything')}</ButtonLink>
            </Empty>
          )}
          {p.days.map((d) => (
            <Section key={d.day} id={`d${d.day}`} title={d.name}>
              <RevisionLines day={d} />
            </Section>
          ))}
          {p.pages > 1 ? (
            <nav className="line-pages" aria-label={t('pages')}>
              {p.page > 1 ? <a href={href({ page: p.page > 2 ? String(p.page - 1) : null })}>{t('newer')}</a> : null}
              <span className="muted">{t('page', { page: p.page, pages: p.pages })}</span>
              {p.page < p.pages ? <a href={href({ page: String(p.page + 1) })}>{t('older')}</a> : null}
              {p.found > most.file && p.page === p.pages ? <span>{t('most', { most: most.file })}</span> : null}
            </nav>
          ) : null}
        </>
      )}
    </>
  )
}
