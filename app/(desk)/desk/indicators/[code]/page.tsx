import { IndicatorForm } from '@/components/desk/indicator-form'
import { Section } from '@/components/layout/section'
import { ButtonLink } from '@/components/ui/button'
import { Table } from '@/components/ui/table'
import { may } from '@/lib/auth/actor'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { indicatorFields } from '@/lib/indicators/forms/rules'
import { getIndicator, listSeries } from '@/lib/indicators/queries'
import { gate, Missing } from '../../gate'
import { DeskHead } from '../../head'

export default async function IndicatorPage({
  params,
  searchParams,
}: {
  params: Promise<{ code: string }>
  searchParams: Promise<Record<string, string>>
}) {
  const { code } = await params
  const opened = await gate('internal.read', `/desk/indicators/${code}`)
  if ('instead' in opened) return opened.instead
  const { actor } = opened
  const indicator = await getIndicator(actor, code)
  if (!indicator) return <Missing />
  const series = await listSeries(actor, { indicator: code })
  const t = translator(defaultLocale, 'desk')
  const views = translator(defaultLocale, 'views')
  return (
    <>
      <DeskHead
        title={indicator.name}
        crumbs={[{ label: t('indicators'), href: '/desk/indicators' }]}
        facts={[code, views(`units.${indicator.unit}`), views(`themes.${indicator.theme}`)]}
        did={(await searchParams).did}
      />
      <Section
        id="series"
        title={t('indicatorsPage.series')}
        note={
          may(actor, 'series.write') ? (
            <a href={`/desk/series/new?indicator=${code}`}>{t('indicatorsPage.addSeries')}</a>
          ) : undefined
        }
      >
        {series.length ? (
          <Table label={indicator.name}>
            <thead>
              <tr>
                <th scope="col">{t('indicatorsPage.about')}</th>
                <th scope="col">{t('indicatorsPage.reporter')}</th>
                <th scope="col">{t('indicatorsPage.origin')}</th>
                <th scope="col">{t('indicatorsPage.measure')}</th>
                <th scope="col">{t('indicatorsPage.unit')}</th>
                <th scope="col">{t('indicatorsPage.scope')}</th>
                <th scope="col" className="number">
                  {t('indicatorsPage.figures')}
                </th>
                <td />
              </tr>
            </thead>
            <tbody>
              {series.map((s) => (
                <tr key={s.id}>
                  <th scope="row">{s.aboutName}</th>
                  <td>{s.reporterName ?? <span className="muted">{t('indicatorsPage.nobody')}</span>}</td>
                  <td>{s.originName ?? <span className="muted">{t('indicatorsPage.both')}</span>}</td>
                  <td>{t(`indicatorsPage.${s.measure}`)}</td>
                  <td>{s.unit}</td>
                  <td className="wrap">{s.scope}</td>
                  <td className="number">{s.figures}</td>
                  <td>
                    <a className="nowrap" href={`/desk/entries/new/observation?series=${s.id}`}>
                      {t('indicatorsPage.enter')}
                    </a>
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        ) : (
          <>
            <p className="muted">{t('indicatorsPage.seriesNone')}</p>
            <ButtonLink href={`/desk/entries/new/observation?indicator=${code}`}>
              {t('indicatorsPage.enter')}
            </ButtonLink>
          </>
        )}
      </Section>
      {may(actor, 'indicator.write') ? (
        <Section id="definition" title={t('indicatorsPage.edit')}>
          <IndicatorForm
            opened={indicatorFields(indicator)}
            hidden={{ id: String(indicator.id), revision: String(indicator.revision) }}
          />
        </Section>
      ) : null}
    </>
  )
}
