import { gate } from '@/app/(desk)/desk/gate'
import { answerWith, read } from '@/app/(reader)/answer'
import { Message } from '@/components/layout/message'
import { PageHead } from '@/components/layout/page-head'
import { ButtonLink } from '@/components/ui/button'
import { SaveForm } from '@/components/views/save-form'
import { settingsText } from '@/components/views/settings-list'
import { getCardsAndCharts } from '@/lib/dashboards/queries'
import { Filters } from '@/lib/dashboards/schema'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { pageHref, pinnable, readAddress } from '@/lib/saved-views/rules'

export const dynamic = 'force-dynamic'

export default async function KeepViewPage(props: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { to } = await props.searchParams
  const address = readAddress(typeof to === 'string' ? to : '')
  const href = address ? pageHref(address.relation, address.page, address.settings) : ''
  const door = await gate('view.keep', `/views/new?to=${encodeURIComponent(href)}`)
  if ('instead' in door) return door.instead
  const asked = await read(async () =>
    address ? getCardsAndCharts(door.actor, address.relation, Filters.parse(address.settings)) : null,
  )
  if ('instead' in asked) return asked.instead
  const t = translator(defaultLocale, 'savedViews')
  const layout = translator(defaultLocale, 'layout')
  const found = asked.found
  if (!address || !found) {
    answerWith(404)
    return (
      <Message title={t('form.noneAt')} text={t('form.noneText')}>
        <ButtonLink look="primary" href="/">
          {t('emptyLink')}
        </ButtonLink>
      </Message>
    )
  }
  const settings = settingsText(address.settings)
  return (
    <>
      <title>{`${t('form.title')} · ${layout('name')}`}</title>
      <PageHead
        crumbs={[
          { label: layout('relations'), href: '/' },
          { label: found.head.name, href },
        ]}
        crumbsLabel={layout('crumbs')}
        title={t('form.title')}
      >
        <p>
          {t('form.lead', { relation: found.head.name })} {settings.join(' · ') || t('form.noSettings')}
        </p>
      </PageHead>
      <SaveForm
        to={href}
        name={[found.head.name, ...settings].join(' · ').slice(0, 120)}
        pins={pinnable(found).map(({ kind, key, title }) => ({ value: `${kind} ${key}`, kind, title }))}
      />
    </>
  )
}
