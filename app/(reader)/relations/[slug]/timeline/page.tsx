import { FilterBar } from '@/components/filters/filter-bar'
import { PageHead } from '@/components/layout/page-head'
import { Section } from '@/components/layout/section'
import { RelationTabs } from '@/components/relations/relation-tabs'
import { timelineHref } from '@/components/timelines/address'
import { Lines, Undated } from '@/components/timelines/lines'
import { Overview } from '@/components/timelines/overview'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Empty } from '@/components/ui/empty'
import { Facts } from '@/components/ui/facts'
import { currentActor } from '@/lib/auth/session'
import { withClocks } from '@/lib/http/address'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { getTimeline } from '@/lib/timelines/queries'
import { leastMove, leastMoves, momentKinds, TimelineFilters } from '@/lib/timelines/schema'
import { read } from '../../../answer'
import { missingRelation } from '../missing'
import { tooEarly } from '../too-early'
import { type SearchParams, viewOf } from '../view'

export const dynamic = 'force-dynamic'

export default async function TimelinePage(props: {
  params: Promise<{ slug: string }>
  searchParams: Promise<SearchParams>
}) {
  const { slug } = await props.params
  const view = viewOf(await props.searchParams, { schema: TimelineFilters, names: ['kind', 'move', 'page'] })
  const { filters } = view
  const asked = await read(async () => getTimeline(await currentActor(), slug, filters))
  if ('instead' in asked) return asked.instead
  const p = asked.found
  if (!p) return missingRelation(slug)

  const t = translator(defaultLocale, 'timelines')
  const layout = translator(defaultLocale, 'layout')
  const { page: _, ...values } = view.values
  const href = timelineHref(slug, values)
  const here = `/relations/${slug}/timeline`
  const query = new URLSearchParams(values).toString()
  const turned = (page: number) => href({ page: page > 1 ? String(page) : null }, 'line')
  return (
    <>
      <title>{`${t('title', { name: p.head.name })} · ${layout('name')}`}</title>
      <PageHead
        crumbs={[
          { label: layout('relations'), href: withClocks('/', view.filters) },
          { label: p.head.name, href: withClocks(`/relations/${slug}`, view.filters) },
        ]}
        crumbsLabel={layout('crumbs')}
        title={t('title', { name: p.head.name })}
        facts={[p.knownText.replace(/\.$/, '')]}
      >
        <RelationTabs slug={slug} current="timeline" clocks={filters} />
      </PageHead>
      <FilterBar
        action={here}
        values={values}
        themes={p.themes.map((c) => ({ value: c.code, label: c.name }))}
        reporters={p.reporters.map((r) => ({ value: r.slug, label: r.name }))}
        today={view.today}
        refused={view.refused}
        more={[
          {
            name: 'kind',
            label: t('kind'),
            value: filters.kind,
            all: t('everything'),
            choices: momentKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) })),
          },
          {
            name: 'move',
            label: t('moveField'),
            value: values.move ?? null,
            all: t('moveOption', { percent: leastMove }),
            choices: leastMoves
              .filter((percent) => percent !== String(leastMove))
              .map((percent) => ({ value: percent, label: t('moveOption', { percent }) })),
          },
        ]}
      />
      {p.empty ? (
        <Empty title={t('empty')}>
          <p>{tooEarly(filters.edition, p.head) ?? t('emptyText')}</p>
        </Empty>
      ) : null}
      {p.strip ? (
        <Section id="strip" title={t('overview')} note={<p>{t('overviewNote')}</p>}>
          <Overview strip={p.strip} counts={p.counts} kind={filters.kind} href={href} />
          {p.cutAt ? (
            <p className="muted small">
              {t('cut', { day: p.cutAt })} <a href={href({ from: null, to: p.cutAt })}>{t('cutLink')}</a>
            </p>
          ) : null}
        </Section>
      ) : null}
      {p.empty ? null : (
        <div className="line-found" id="line">
          <p role="status">
            <strong>{t('found', { found: p.found, window: p.strip?.window ?? t('everything') })}</strong>
            {p.pages > 1 ? <span className="muted"> · {t('shown', { ...p.shown, found: p.found })}</span> : null}
          </p>
          <a className="no-print" href={`${here}.csv${query ? `?${query}` : ''}`}>
            {t('csv')}
          </a>
        </div>
      )}
      {!p.empty && p.found === 0 ? (
        <Empty title={t('none')}>
          <p>{t('noneText')}</p>
          <ButtonLink href={href({ from: null, to: null, kind: null, theme: null })}>{t('everything')}</ButtonLink>
        </Empty>
      ) : null}
      {p.years.map((year) => (
        <Section key={year.year} id={`y${year.year}`} title={year.year}>
          <Lines year={year} />
        </Section>
      ))}
      {p.pages > 1 ? (
        <nav className="line-pages" aria-label={t('pages')}>
          {p.page > 1 ? <a href={turned(p.page - 1)}>{t('newer')}</a> : null}
          <span className="muted">{t('page', { page: p.page, pages: p.pages })}</span>
          {p.page < p.pages ? <a href={turned(p.page + 1)}>{t('older')}</a> : null}
        </nav>
      ) : null}
      {p.undated.length && p.page === p.pages ? (
        <Section id="undated" title={t('undated')} note={<p>{t('undatedNote')}</p>}>
          <Undated lines={p.undated} />
        </Section>
      ) : null}
      {p.empty ? null : (
        <Section id="computed" title={t('how')}>
          <Disclosure summary={t('computed')}>
            <div className="prose computed">
              <p>{t('computedMove', { least: p.least })}</p>
              <p>{t('computedLike')}</p>
            </div>
          </Disclosure>
          {p.types.length ? (
            <Disclosure summary={t('types')}>
              <p className="prose">{t('typesText')}</p>
              <Facts
                facts={p.types.map((type) => ({ name: type.name, value: t(`plover.${type.code}` as 'plover.AGREE') }))}
              />
            </Disclosure>
          ) : null}
          <p className="muted small">{t('marks')}</p>
        </Section>
      )}
    </>
  )
}
