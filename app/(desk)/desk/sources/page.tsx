import { Button, ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { TextField } from '@/components/ui/field'
import { Table } from '@/components/ui/table'
import { may } from '@/lib/auth/actor'
import { formatDay } from '@/lib/dashboards/points/rules'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { listSources } from '@/lib/sources/queries'
import { gate } from '../gate'
import { DeskHead } from '../head'

export default async function SourcesPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const opened = await gate('internal.read', '/desk/sources')
  if ('instead' in opened) return opened.instead
  const { words = '' } = await searchParams
  const sources = await listSources(opened.actor, { words: words.slice(0, 200), limit: 500 })
  const t = translator(defaultLocale, 'desk')
  return (
    <>
      <DeskHead title={t('sources')} facts={[t('sourcesPage.lead')]} />
      <form className="filters-line">
        <TextField name="words" label={t('sourcesPage.search')} defaultValue={words} type="search" />
        <Button type="submit">{t('sourcesPage.find')}</Button>
        {may(opened.actor, 'source.write') ? (
          <ButtonLink look="primary" href="/desk/sources/new">
            {t('sourcesPage.add')}
          </ButtonLink>
        ) : null}
      </form>
      {sources.length ? (
        <Table label={t('sources')}>
          <thead>
            <tr>
              <th scope="col" className="number">
                #
              </th>
              <th scope="col">{t('sourcesPage.title')}</th>
              <th scope="col">{t('sourcesPage.publisher')}</th>
              <th scope="col">{t('sourcesPage.published')}</th>
              <th scope="col">{t('sourcesPage.text')}</th>
              <th scope="col" className="number">
                {t('sourcesPage.entries')}
              </th>
            </tr>
          </thead>
          <tbody>
            {sources.map((s) => (
              <tr key={s.id}>
                <td className="number muted">{s.id}</td>
                <th scope="row" className="wrap">
                  <a href={`/desk/sources/${s.id}`}>{s.title}</a>
                </th>
                <td>{s.publisher}</td>
                <td className="nowrap">{s.publishedOn ? formatDay(s.publishedOn, defaultLocale) : '–'}</td>
                <td>{s.stored ? t('sourcesPage.stored') : '–'}</td>
                <td className="number">{s.entries}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      ) : (
        <Empty title={t('sourcesPage.none')} />
      )}
    </>
  )
}
