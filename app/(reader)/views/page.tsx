import { gate } from '@/app/(desk)/desk/gate'
import { PageHead } from '@/components/layout/page-head'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { settingsText } from '@/components/views/settings-list'
import { formatDay } from '@/lib/dashboards/points/rules'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { listOwnViews } from '@/lib/saved-views/queries'
import { read } from '../answer'

export const dynamic = 'force-dynamic'

export default async function ViewsPage() {
  const door = await gate('view.keep', '/views')
  if ('instead' in door) return door.instead
  const asked = await read(() => listOwnViews(door.actor))
  if ('instead' in asked) return asked.instead
  const views = asked.found
  const t = translator(defaultLocale, 'savedViews')
  const layout = translator(defaultLocale, 'layout')
  return (
    <>
      <title>{`${t('title')} · ${layout('name')}`}</title>
      <PageHead crumbsLabel={layout('crumbs')} title={t('title')}>
        <p className="lead">{t('lead')}</p>
      </PageHead>
      {views.length === 0 ? (
        <Empty title={t('emptyTitle')}>
          <p>{t('emptyText')}</p>
          <ButtonLink href="/">{t('emptyLink')}</ButtonLink>
        </Empty>
      ) : (
        <div className="table-scroll">
          <table className="table">
            <caption className="hidden-visually">{t('title')}</caption>
            <thead>
              <tr>
                {(['name', 'relation', 'shows', 'audience', 'changed'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`columns.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {views.map((view) => (
                <tr key={view.token}>
                  <th scope="row">
                    <a href={`/views/${view.token}`}>{view.name}</a>
                  </th>
                  <td>{view.relationName}</td>
                  <td>{settingsText(view.settings).join(' · ') || t('form.noSettings')}</td>
                  <td>{t(`audiences.${view.audience}`)}</td>
                  <td>{formatDay(view.changedOn, defaultLocale)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
