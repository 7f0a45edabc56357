import { DifferenceList } from '@/components/desk/difference'
import { whenText } from '@/components/desk/when'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { SelectField, TextField } from '@/components/ui/field'
import { Table } from '@/components/ui/table'
import { type AuditRow, listAudit, listAuditPeople } from '@/lib/audit/queries'
import en from '@/lib/i18n/en/audit.json'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { gate, idIn } from '../gate'
import { DeskHead } from '../head'

const page = 50
const whats = Object.keys(en.whats) as (keyof typeof en.whats)[]
const acts: Record<string, string> = en.acts

export default async function AuditPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const opened = await gate('audit.read', '/desk/audit')
  if ('instead' in opened) return opened.instead
  const { actor } = opened
  const asked = await searchParams
  const what = whats.find((w) => w === asked.what)
  const who = asked.who?.slice(0, 100) || undefined
  const whatId = asked.id?.trim().slice(0, 100) || undefined
  const before = idIn(asked.before ?? '') ?? undefined
  const [rows, people] = await Promise.all([
    listAudit(actor, { before, what, who, whatId, limit: page + 1 }),
    listAuditPeople(actor),
  ])
  const shown = rows.slice(0, page)
  const href = (from: number | null) => {
    const query = new URLSearchParams()
    for (const [name, value] of Object.entries({
      what,
      who,
      id: whatId,
      before: from === null ? undefined : `${from}`,
    }))
      if (value) query.set(name, value)
    return `/desk/audit?${query}`
  }
  const t = translator(defaultLocale, 'audit')
  return (
    <>
      <DeskHead title={t('title')} facts={[t('lead')]} />
      <form className="filters-line">
        <SelectField
          name="what"
          label={t('filterWhat')}
          defaultValue={what ?? ''}
          options={[{ value: '', label: t('all') }, ...whats.map((w) => ({ value: w, label: en.whats[w] }))]}
        />
        <TextField name="id" label={t('filterId')} defaultValue={whatId ?? ''} />
        <SelectField
          name="who"
          label={t('filterWho')}
          defaultValue={who ?? ''}
          options={[{ value: '', label: t('everybody') }, ...people.map((p) => ({ value: p.id, label: p.name }))]}
        />
        <Button type="submit">{t('show')}</Button>
      </form>
      {shown.length ? (
        <Table label={t('title')}>
          <thead>
            <tr>
              <th scope="col">{t('when')}</th>
              <th scope="col">{t('who')}</th>
              <th scope="col">{t('act')}</th>
              <th scope="col">{t('what')}</th>
              <th scope="col">{t('why')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.id}>
                <td className="nowrap muted">{whenText(row.at)}</td>
                <td>{row.who}</td>
                <td>{acts[row.act] ?? row.act}</td>
                <td>
                  <What row={row} />
                  <DifferenceList diff={row.diff} />
                </td>
                <td className="wrap">{row.why}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      ) : (
        <Empty title={t('none')} />
      )}
      <nav className="buttons" aria-label={t('older')}>
        {before ? <a href={href(null)}>{t('newest')}</a> : null}
        {rows.length > page ? <a href={href(shown.at(-1)!.id)}>{t('older')}</a> : null}
      </nav>
    </>
  )
}

const pages: Record<string, (id: string) => string> = {
  entry: (id) => `/desk/entries/${id}`,
  source: (id) => `/desk/sources/${id}`,
}

function What({ row }: { row: AuditRow }) {
  const name = (en.whats as Record<string, string>)[row.what] ?? row.what
  const href = row.act === 'discard' ? null : pages[row.what]?.(row.whatId)
  const number = row.what === 'user' ? '' : ` ${row.whatId}`
  return href ? <a href={href}>{`${name}${number}`}</a> : <span>{`${name}${number}`}</span>
}
