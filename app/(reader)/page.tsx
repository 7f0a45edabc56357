import { ClockBar } from '@/components/filters/clock-bar'
import { PageHead } from '@/components/layout/page-head'
import { RelationList } from '@/components/relations/relation-list'
import { Empty } from '@/components/ui/empty'
import { currentActor } from '@/lib/auth/session'
import { getRelations } from '@/lib/dashboards/queries'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { read } from './answer'
import { type SearchParams, viewOf } from './relations/[slug]/view'

export const dynamic = 'force-dynamic'

export default async function RelationsPage(props: { searchParams: Promise<SearchParams> }) {
  const view = viewOf(await props.searchParams)
  const t = translator(defaultLocale, 'relations')
  const layout = translator(defaultLocale, 'layout')
  const asked = await read(async () => getRelations(await currentActor(), view.filters))
  if ('instead' in asked) return asked.instead
  return (
    <>
      <title>{`${t('title')} · ${layout('name')}`}</title>
      <PageHead crumbsLabel={layout('crumbs')} title={t('title')}>
        <p className="lead">{t('lead')}</p>
      </PageHead>
      <ClockBar action="/" values={view.values} today={view.today} refused={view.refused} />
      <RelationList relations={asked.found} clocks={view.filters} />
      {asked.found.length === 0 ? <Empty title={t('empty.title')}>{t('empty.text')}</Empty> : null}
    </>
  )
}
