import { whenText } from '@/components/desk/when'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Table } from '@/components/ui/table'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { listReported } from '@/lib/intake/candidates/queries'
import { gate } from '../../gate'
import { DeskHead } from '../../head'

export default async function WrongPage() {
  const opened = await gate('internal.read', '/desk/intake/wrong')
  if ('instead' in opened) return opened.instead
  const reported = await listReported(opened.actor)
  const t = translator(defaultLocale, 'intake')
  return (
    <>
      <DeskHead
        title={t('wrong.title')}
        crumbs={[{ label: t('title'), href: '/desk/intake' }]}
        facts={[t('wrong.lead')]}
      />
      {reported.length ? (
        <>
          <div className="filters-line">
            <ButtonLink look="primary" href="/desk/intake/wrong/passages" download="passages.json">
              {t('wrong.export')}
            </ButtonLink>
          </div>
          <Table label={t('wrong.title')}>
            <thead>
              <tr>
                <th scope="col">{t('wrong.passage')}</th>
                <th scope="col">{t('wrong.read')}</th>
                <th scope="col">{t('wrong.right')}</th>
                <th scope="col">{t('wrong.by')}</th>
              </tr>
            </thead>
            <tbody>
              {reported.map((r) => (
                <tr key={r.id}>
                  <th scope="row" className="wrap said">
                    <a href={`/desk/intake/${r.item}?candidate=${r.id}`}>{r.record.quote}</a>
                  </th>
                  <td>
                    {[t(`board.kinds.${r.record.kind}`), r.record.value, r.record.unit].filter(Boolean).join(' ')}
                  </td>
                  <td className="wrap">{r.note}</td>
                  <td className="muted">
                    {r.by}, <span className="nowrap">{whenText(r.at)}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        </>
      ) : (
        <Empty title={t('wrong.none')} />
      )}
    </>
  )
}
