import { EvidenceSheet } from '@/components/evidence/sheet'
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
  const page = asked.found
  const t = translator(defaultLocale, 'evidence')
  const layout = translator(defaultLocale, 'layout')
  return (
    <>
      <title>{`${t('title', { entry: page.entry, title: page.title })} · ${layout('name')}`}</title>
      <nav className="crumbs-above" aria-label={layout('crumbs')}>
        <ol className="crumbs">
          <li>
            <a href="/">{layout('relations')}</a>
          </li>
          <li>
            <a href={`/relations/${slug}`}>{page.head.name}</a>
          </li>
        </ol>
      </nav>
      <EvidenceSheet page={page} place="page" />
    </>
  )
}
