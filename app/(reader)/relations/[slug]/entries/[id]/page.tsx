import { EvidenceSheet } from '@/components/evidence/sheet'
import { ClockBar } from '@/components/filters/clock-bar'
import { withClocks } from '@/lib/http/address'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import type { SearchParams } from '../../view'
import { readEntry } from './read-entry'

export const dynamic = 'force-dynamic'

export default async function EntryPage(props: {
  params: Promise<{ slug: string; id: string }>
  searchParams: Promise<SearchParams>
}) {
  const { slug, id } = await props.params
  const asked = await readEntry(slug, id, await props.searchParams)
  if ('instead' in asked) return asked.instead
  const { found: page, view } = asked
  const t = translator(defaultLocale, 'evidence')
  const layout = translator(defaultLocale, 'layout')
  return (
    <>
      <title>{`${t('title', { entry: page.entry, title: page.title })} · ${layout('name')}`}</title>
      <nav className="crumbs-above" aria-label={layout('crumbs')}>
        <ol className="crumbs">
          <li>
            <a href={withClocks('/', view.filters)}>{layout('relations')}</a>
          </li>
          <li>
            <a href={withClocks(`/relations/${slug}`, view.filters)}>{page.head.name}</a>
          </li>
        </ol>
      </nav>
      <ClockBar action={`/relations/${slug}/entries/${page.entry}`} values={view.values} today={view.today} />
      <EvidenceSheet page={page} place="page" />
    </>
  )
}
