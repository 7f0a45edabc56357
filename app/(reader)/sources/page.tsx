import { PageHead } from '@/components/layout/page-head'
import {
  LibraryFilters as FilterForm,
  type LibraryValues,
  libraryFields,
  libraryHref,
} from '@/components/sources/library-filters'
import { SourceList } from '@/components/sources/source-list'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { may } from '@/lib/auth/actor'
import { currentActor } from '@/lib/auth/session'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { getLibrary } from '@/lib/library/queries'
import { LibraryFilters } from '@/lib/library/schema'
import { answerWith, read } from '../answer'

export const dynamic = 'force-dynamic'

/** The settings in the address: as queries take them, as they were written, and in sentences what could not be one. */
function viewOf(params: Record<string, string | string[] | undefined>) {
  const t = translator(defaultLocale, 'sources')
  const filters = LibraryFilters.parse(params)
  const values: LibraryValues = {}
  const refused: string[] = []
  for (const name of [...libraryFields, 'after'] as const) {
    const written = params[name]
    if (written === undefined || written === '' || (typeof written === 'string' && !written.trim())) continue
    if (filters[name] === null || typeof written !== 'string')
      refused.push(t('refused', { field: t(name), value: String(written).slice(0, 60), rule: t(`rules.${name}`) }))
    else if (name !== 'after') values[name] = written
  }
  // A place in a list by rank means nothing in a list by day.
  if (filters.after && /^\d{4}-/.test(filters.after.order) === (filters.q !== null)) filters.after = null
  if (refused.length) answerWith(400)
  return { filters, values, refused }
}

export default async function SourcesPage(props: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { filters, values, refused } = viewOf(await props.searchParams)
  const t = translator(defaultLocale, 'sources')
  const layout = translator(defaultLocale, 'layout')
  const asked = await read(async () => {
    const actor = await currentActor()
    return { library: await getLibrary(actor, filters), adds: may(actor, 'source.write') }
  })
  if ('instead' in asked) return asked.instead
  const { library, adds } = asked.found
  return (
    <>
      <title>{`${t('title')} · ${layout('name')}`}</title>
      <PageHead crumbsLabel={layout('crumbs')} title={t('title')}>
        <p className="lead">{t('lead')}</p>
      </PageHead>
      {library.all === 0 ? (
        <Empty title={t('emptyTitle')}>
          <p>{t('emptyText')}</p>
          {adds ? <ButtonLink href="/desk/sources/new">{t('emptyDesk')}</ButtonLink> : null}
        </Empty>
      ) : (
        <>
          <FilterForm
            values={values}
            choices={library}
            today={new Date().toISOString().slice(0, 10)}
            refused={refused}
          />
          {library.nothingAsked ? (
            <Empty title={t('commonTitle')}>{t('commonText')}</Empty>
          ) : library.found === 0 ? (
            <Empty title={t('noneTitle')}>{t('noneText')}</Empty>
          ) : (
            <>
              <p className="library-found muted small" role="status">
                {t('found', { found: library.found, all: library.all })} · {t(filters.q ? 'byRank' : 'byDay')}
              </p>
              <SourceList lines={library.lines} />
              <p className="library-pages">
                {library.next ? (
                  <ButtonLink href={libraryHref({ ...values, after: library.next })}>{t('next')}</ButtonLink>
                ) : null}
                {filters.after ? <a href={libraryHref(values)}>{t('first')}</a> : null}
              </p>
            </>
          )}
        </>
      )}
    </>
  )
}
