import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Table } from '@/components/ui/table'
import { may } from '@/lib/auth/actor'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { listIndicators } from '@/lib/indicators/queries'
import { gate } from '../gate'
import { DeskHead } from '../head'

export default async function IndicatorsPage() {
  const opened = await gate('internal.read', '/desk/indicators')
  if ('instead' in opened) return opened.instead
  const { actor } = opened
  const indicators = await listIndicators(actor)
  const t = translator(defaultLocale, 'desk')
  const views = translator(defaultLocale, 'views')
  return (
    <>
      <DeskHead title={t('indicators')} facts={[t('indicatorsPage.lead')]} />
      <div className="filters-line">
        {may(actor, 'indicator.write') ? (
          <ButtonLink look="primary" href="/desk/indicators/new">
            {t('indicatorsPage.add')}
          </ButtonLink>
        ) : null}
        {may(actor, 'series.write') ? (
          <ButtonLink href="/desk/series/new">{t('indicatorsPage.addSeries')}</ButtonLink>
        ) : null}
      </div>
      {indicators.length ? (
        <Table label={t('indicators')}>
          <thead>
            <tr>
              <th scope="col">{t('indicatorsPage.name')}</th>
              <th scope="col">{t('indicatorsPage.code')}</th>
              <th scope="col">{t('indicatorsPage.theme')}</th>
              <th scope="col">{t('indicatorsPage.unit')}</th>
              <th scope="col">{t('indicatorsPage.frequency')}</th>
              <th scope="col" className="number">
                {t('indicatorsPage.card')}
              </th>
            </tr>
          </thead>
          <tbody>
            {indicators.map((i) => (
              <tr key={i.id}>
                <th scope="row" className="wrap">
                  <a href={`/desk/indicators/${i.code}`}>{i.name}</a>
                </th>
                <td className="muted">{i.code}</td>
                <td>{views(`themes.${i.theme}`)}</td>
                <td>{views(`units.${i.unit}`)}</td>
                <td>{views(`frequencies.${i.frequency}`)}</td>
                <td className="number">{i.headline ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      ) : (
        <Empty title={t('indicatorsPage.none')} />
      )}
    </>
  )
}
