import { ChartFigure } from '@/components/charts/chart-figure'
import { EvidenceKey } from '@/components/evidence/key'
import { FilterBar } from '@/components/filters/filter-bar'
import { PageHead } from '@/components/layout/page-head'
import { Section } from '@/components/layout/section'
import { Disagreements } from '@/components/relations/disagreements'
import { RelationTabs } from '@/components/relations/relation-tabs'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Status } from '@/components/ui/status'
import { may } from '@/lib/auth/actor'
import { currentActor } from '@/lib/auth/session'
import { getConflicts } from '@/lib/disagreements/queries'
import { kinds } from '@/lib/disagreements/schema'
import { withClocks } from '@/lib/http/address'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { read } from '../../../answer'
import { missingRelation } from '../missing'
import { type SearchParams, viewOf } from '../view'
import { choiceOf } from './choice'

export const dynamic = 'force-dynamic'

export default async function ConflictsPage(props: {
  params: Promise<{ slug: string }>
  searchParams: Promise<SearchParams>
}) {
  const { slug } = await props.params
  const params = await props.searchParams
  const view = viewOf(params)
  const { choice, more, refused } = choiceOf(params)
  const asked = await read(async () => {
    const actor = await currentActor()
    return { page: await getConflicts(actor, slug, view.filters, choice), rank: may(actor, 'entry.write') }
  })
  if ('instead' in asked) return asked.instead
  const { page: p, rank } = asked.found
  if (!p) return missingRelation(slug)

  const t = translator(defaultLocale, 'conflicts')
  const layout = translator(defaultLocale, 'layout')
  const relation = `/relations/${slug}`
  const here = `${relation}/conflicts`
  const query = new URLSearchParams(
    [...Object.entries(view.values), ...Object.entries(choice)].filter((pair): pair is [string, string] => !!pair[1]),
  )
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
          <Status key="known" glyph="late" tone="quiet">
            {p.knownText.replace(/\.$/, '')}
          </Status>,
          <Status key="found" glyph="clash" tone="quiet">
            {[t('found', { count: p.count }), p.count > 0 ? t('open', { count: p.open }) : null]
              .filter(Boolean)
              .join(', ')}
          </Status>,
        ]}
      >
        <p className="lead">{t('lead')}</p>
        <RelationTabs slug={slug} current="conflicts" clocks={view.filters} />
      </PageHead>
      <FilterBar
        action={here}
        values={view.values}
        themes={p.themes.map((c) => ({ value: c.code, label: c.name }))}
        reporters={p.reporters.map((r) => ({ value: r.slug, label: r.name }))}
        more={more}
        today={view.today}
        refused={[...view.refused, ...refused]}
      />
      {p.count === 0 ? (
        <Empty title={t(p.none ? 'empty.title' : 'empty.filtered')}>
          <p>{t(p.none ? 'empty.text' : 'empty.filteredText')}</p>
          {p.none ? null : <ButtonLink href={here}>{t('empty.reset')}</ButtonLink>}
        </Empty>
      ) : null}
      {p.charts.length ? (
        <Section id="chart" title={t('chart')} note={<p>{t('chartNote')}</p>}>
          <div className="charts charts-large">
            {p.charts.map((spec) => (
              <ChartFigure
                key={spec.code}
                spec={spec}
                address={`${here}/charts/${spec.code}`}
                page={withClocks(`${relation}/indicators/${spec.code}`, view.filters)}
                query={view.query}
                large
              />
            ))}
          </div>
        </Section>
      ) : null}
      {p.groups.map(({ kind, items, more: hidden }) => (
        <Section key={kind} id={kind} title={t(`kinds.${kind}`)} note={<p>{t(`notes.${kind}`)}</p>}>
          <Disagreements items={items} rank={rank} />
          {hidden > 0 ? (
            <p className="muted disagreements-jump">
              {t('apart', { count: hidden })} {t('shorten')}
            </p>
          ) : null}
        </Section>
      ))}
      {p.count > 0 ? (
        <Section
          id="computed"
          title={t('computed')}
          note={<EvidenceKey quoted={layout('quoted')} page={layout('page')} />}
        >
          <div className="prose computed">
            {kinds.map((kind) => (
              <p key={kind}>
                <strong>{t(`kinds.${kind}`)}.</strong> {t(`computedText.${kind}`)}
              </p>
            ))}
          </div>
          <p className="no-print disagreements-jump">
            <a href={`${here}.csv${query.size > 0 ? `?${query}` : ''}`} download>
              {t('file')}
            </a>
          </p>
        </Section>
      ) : null}
    </>
  )
}
