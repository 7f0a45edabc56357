import { Paper } from '@/components/briefs/paper'
import { FilterBar } from '@/components/filters/filter-bar'
import { PageHead } from '@/components/layout/page-head'
import { RelationTabs } from '@/components/relations/relation-tabs'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { currentActor } from '@/lib/auth/session'
import { getBrief } from '@/lib/briefs/queries'
import { withClocks } from '@/lib/http/address'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { themes } from '@/lib/indicators/schema'
import { read } from '../../../answer'
import { missingRelation } from '../missing'
import type { SearchParams } from '../view'
import { briefViewOf } from './view'

export const dynamic = 'force-dynamic'

export default async function BriefPage(props: {
  params: Promise<{ slug: string }>
  searchParams: Promise<SearchParams>
}) {
  const { slug } = await props.params
  const view = briefViewOf(await props.searchParams)
  const asked = await read(async () => getBrief(await currentActor(), slug, view.filters))
  if ('instead' in asked) return asked.instead
  const brief = asked.found
  if (!brief) return missingRelation(slug)

  const t = translator(defaultLocale, 'briefs')
  const layout = translator(defaultLocale, 'layout')
  const dashboard = translator(defaultLocale, 'dashboard')
  const views = translator(defaultLocale, 'views')
  const here = `/relations/${slug}/brief`
  const { document } = brief
  return (
    <>
      <title>{`${document.title} · ${layout('name')}`}</title>
      <PageHead
        crumbs={[
          { label: layout('relations'), href: withClocks('/', view.filters) },
          { label: brief.head.name, href: withClocks(`/relations/${slug}`, view.filters) },
        ]}
        crumbsLabel={layout('crumbs')}
        title={document.title}
        facts={document.facts}
      >
        <RelationTabs slug={slug} current="brief" clocks={view.filters} />
      </PageHead>
      <FilterBar
        action={here}
        values={view.values}
        themes={themes.map((value) => ({ value, label: views(`themes.${value}`) }))}
        chosen={view.filters.themes}
        reporters={brief.reporters.map((r) => ({ value: r.slug, label: r.name }))}
        today={view.today}
        refused={view.refused}
      />
      {brief.empty ? (
        <Empty title={dashboard('empty.title')}>
          <p>{dashboard('empty.text')}</p>
          <ButtonLink href={here}>{dashboard('empty.reset')}</ButtonLink>
        </Empty>
      ) : (
        <>
          <div className="brief-take no-print">
            <p>{t('lead')}</p>
            <ButtonLink look="primary" href={`${here}.pdf${view.after}`}>
              {t('pdf')}
            </ButtonLink>
            <ButtonLink href={`${here}.docx${view.after}`}>{t('docx')}</ButtonLink>
            <ButtonLink href={`${here}.csv${view.after}`}>{t('csv')}</ButtonLink>
          </div>
          <Paper document={document} query={view.query} />
        </>
      )}
    </>
  )
}
