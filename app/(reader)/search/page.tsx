import { ClockBanner } from '@/components/filters/clock-banner'
import { Refused } from '@/components/filters/refused'
import { PageHead } from '@/components/layout/page-head'
import { Section } from '@/components/layout/section'
import { HitList } from '@/components/search/hit-list'
import { KindFilter, searchHref } from '@/components/search/kind-filter'
import { SearchBox } from '@/components/search/search-box'
import { searchWords } from '@/components/search/search-words'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { currentActor } from '@/lib/auth/session'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { getSearch, listStarts } from '@/lib/search/queries'
import { SearchFilters } from '@/lib/search/schema'
import { answerWith, read } from '../answer'

export const dynamic = 'force-dynamic'

const names = ['q', 'kind', 'of', 'page', 'known', 'edition'] as const

/** The settings in the address, and in sentences what could not be one. */
function viewOf(params: Record<string, string | string[] | undefined>) {
  const t = translator(defaultLocale, 'search')
  const filters = SearchFilters.parse(params)
  const refused: string[] = []
  for (const name of names) {
    const written = params[name]
    if (written === undefined || written === '' || (typeof written === 'string' && !written.trim())) continue
    if (filters[name] === null)
      refused.push(
        t('refused', { field: t(`field.${name}`), value: String(written).slice(0, 60), rule: t(`rules.${name}`) }),
      )
  }
  if (refused.length) answerWith(400)
  return { filters, refused }
}

export default async function Search(props: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { filters, refused } = viewOf(await props.searchParams)
  const t = translator(defaultLocale, 'search')
  const layout = translator(defaultLocale, 'layout')
  const asked = await read(async () => {
    const actor = await currentActor()
    const page = await getSearch(actor, filters)
    const any = page.found.some((f) => f.count > 0)
    return { page, any, starts: any ? [] : await listStarts(actor) }
  })
  if ('instead' in asked) return asked.instead
  const { page, any, starts } = asked.found
  const { known, edition, q } = filters
  const shown = page.found.filter((f) => f.hits.length > 0 && (filters.kind === null || isOf(f.group, filters.kind)))
  const count = shown.reduce((sum, f) => sum + f.count, 0)
  const title = q ? `${q} · ${t('title')}` : page.of ? `${page.of} · ${t('title')}` : t('title')
  return (
    <div className="search-page">
      <title>{`${title} · ${layout('name')}`}</title>
      <PageHead crumbsLabel={layout('crumbs')} title={page.of ?? t('title')}>
        <SearchBox id="search-all" words={searchWords()} value={q ?? ''} hidden={{ known, edition }} />
        <p className="field-hint">{t('hint')}</p>
      </PageHead>
      <Refused sentences={refused} />
      <ClockBanner
        clocks={filters}
        back={searchHref({ ...filters, known: null, edition: null })}
        today={new Date().toISOString().slice(0, 10)}
      />
      {any ? <KindFilter filters={filters} page={page} /> : null}
      {any ? (
        <p className="search-found muted small" role="status">
          {page.of ? t('foundOf', { count, name: page.of }) : t('found', { count, q: q ?? '' })}
        </p>
      ) : null}
      {any && !shown.length ? (
        <Empty title={t('noneTitle')}>
          <p>{t('noneKind')}</p>
          <ButtonLink href={searchHref({ ...filters, kind: null, page: null })}>{t('everything')}</ButtonLink>
        </Empty>
      ) : null}
      {shown.map(({ group, hits, count, more }) => (
        <Section key={group} id={group} title={t(`groups.${group}`)}>
          <HitList
            hits={hits}
            said={group === 'entry' || group === 'source'}
            kinds={group === 'entry' || group === 'entity'}
          />
          {filters.kind === null && more ? (
            <p className="search-more">
              <a href={searchHref({ ...filters, kind: group })}>{t('showAll', { count })}</a>
            </p>
          ) : null}
          {filters.kind !== null && (page.next || filters.page) ? (
            <p className="search-more">
              {page.next ? (
                <ButtonLink href={searchHref({ ...filters, page: page.next })}>{t('next')}</ButtonLink>
              ) : null}
              {filters.page ? <a href={searchHref({ ...filters, page: null })}>{t('first')}</a> : null}
            </p>
          ) : null}
          {group === 'entry' ? (
            <p className="search-more no-print small">
              <a href={searchHref({ ...filters, page: null }).replace('/search', '/search.csv')} download>
                {t('file')}
              </a>
            </p>
          ) : null}
        </Section>
      ))}
      {any ? null : (
        <>
          {filters.of !== null && page.of === null ? (
            <Empty title={t('noneTitle')}>{t('unknown', { of: filters.of })}</Empty>
          ) : q !== null || page.of ? (
            <Empty title={t(page.nothingAsked ? 'nothingTitle' : 'noneTitle')}>
              {t(page.nothingAsked ? 'nothingText' : 'noneText')}
            </Empty>
          ) : null}
          {starts.length ? (
            <Section id="starts" title={t('startTitle')}>
              <HitList hits={starts} said={false} kinds={false} />
            </Section>
          ) : (
            <Empty title={t('startTitle')}>{t('startNone')}</Empty>
          )}
        </>
      )}
    </div>
  )
}

/** Whether a group is the one asked for; kinds of entries are all in one. */
const isOf = (group: string, kind: string) =>
  group === kind || (group === 'entry' && !['relation', 'indicator', 'source', 'entity'].includes(kind))
