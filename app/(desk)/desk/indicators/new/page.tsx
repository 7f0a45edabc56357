import { IndicatorForm } from '@/components/desk/indicator-form'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { gate } from '../../gate'
import { DeskHead } from '../../head'

export default async function NewIndicatorPage() {
  const opened = await gate('indicator.write', '/desk/indicators/new')
  if ('instead' in opened) return opened.instead
  const t = translator(defaultLocale, 'desk')
  return (
    <>
      <DeskHead title={t('indicatorsPage.add')} crumbs={[{ label: t('indicators'), href: '/desk/indicators' }]} />
      <IndicatorForm opened={{ desired: '1' }} hidden={{}} />
    </>
  )
}
