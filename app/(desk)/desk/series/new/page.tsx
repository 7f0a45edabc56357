import { SeriesForm } from '@/components/desk/series-form'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { formChoices } from '../../entries/choices'
import { gate } from '../../gate'
import { DeskHead } from '../../head'

export default async function NewSeriesPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const { indicator = '' } = await searchParams
  const opened = await gate('series.write', '/desk/series/new')
  if ('instead' in opened) return opened.instead
  const { choices } = await formChoices(opened.actor)
  const t = translator(defaultLocale, 'desk')
  return (
    <>
      <DeskHead
        title={t('indicatorsPage.addSeries')}
        crumbs={[{ label: t('indicators'), href: '/desk/indicators' }]}
        facts={[translator(defaultLocale, 'forms')('parts.whatNote')]}
      />
      <SeriesForm opened={{ 'series.indicator': indicator, 'series.measure': 'level' }} choices={choices} />
    </>
  )
}
