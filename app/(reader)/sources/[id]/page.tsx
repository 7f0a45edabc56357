import { ClockBar } from '@/components/filters/clock-bar'
import { Message } from '@/components/layout/message'
import { PageHead } from '@/components/layout/page-head'
import { Section } from '@/components/layout/section'
import { MarkedText } from '@/components/sources/marked-text'
import { Passages } from '@/components/sources/passages'
import { SourceLinks } from '@/components/sources/source-links'
import { countsText } from '@/components/sources/source-list'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Facts } from '@/components/ui/facts'
import { Glyph } from '@/components/ui/glyph'
import { Notice } from '@/components/ui/notice'
import { may } from '@/lib/auth/actor'
import { currentActor } from '@/lib/auth/session'
import { withClocks } from '@/lib/http/address'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { getSourcePage } from '@/lib/library/queries'
import { LibraryFilters } from '@/lib/library/schema'
import { answerWith, read } from '../../answer'

export const dynamic = 'force-dynamic'

export default async function SourcePage(props: {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { id } = await props.params
  const { known, edition } = LibraryFilters.parse(await props.searchParams)
  const asked = await read(async () => {
    const actor = await currentActor()
    const page = /^[1-9]\d{0,9}$/.test(id) ? await getSourcePage(actor, Number(id), { known, edition }) : null
    return { page, works: may(actor, 'internal.read') }
  })
  if ('instead' in asked) return asked.instead
  const { page, works } = asked.found
  const t = translator(defaultLocale, 'sources')
  const layout = translator(defaultLocale, 'layout')
  if (!page) {
    answerWith(404)
    return (
      <Message title={t('one.missingTitle', { id: id.slice(0, 20) })} text={t('one.missingText')}>
        <ButtonLink look="primary" href="/sources">
          {t('one.all')}
        </ButtonLink>
      </Message>
    )
  }
  const beside = page.showing !== 'quotes'
  const why =
    page.showing === 'excerpts'
      ? t('one.excerptsWhy')
      : beside
        ? null
        : t('one.quotesWhy', { linked: page.url ? 'yes' : 'no' })
  return (
    <>
      <title>{`${page.title} · ${layout('name')}`}</title>
      <PageHead
        crumbs={[{ label: layout('sources'), href: withClocks('/sources', { known, edition }) }]}
        crumbsLabel={layout('crumbs')}
        title={<span className="said source-title">{page.title}</span>}
        facts={[
          page.publisher,
          page.publishedText,
          countsText(page.counts),
          page.url ? (
            <a key="out" href={page.url} rel="noreferrer external">
              {t('one.original')} <Glyph name="out" />
            </a>
          ) : null,
        ].filter(Boolean)}
      />
      <ClockBar
        action={`/sources/${page.id}`}
        values={{ known, edition }}
        today={new Date().toISOString().slice(0, 10)}
      />
      {page.newer[0] ? (
        <Notice>
          <p>
            {t('one.replaced')} <a href={page.newer.at(-1)!.href}>{t('one.latest')}</a> ({page.newer.at(-1)!.dayText}).
          </p>
        </Notice>
      ) : null}
      {page.doubts.length ? (
        <Notice look="warn" title={t('one.doubts')}>
          <p>{t('one.doubtsNote')}</p>
          {page.doubts.map((doubt) => (
            <p key={doubt.text}>
              {doubt.text} {t('one.doubtsSee')}{' '}
              {doubt.entries.map((e, i) => (
                <span key={e.href ?? e.text}>
                  {i ? ', ' : ''}
                  {e.href ? <a href={e.href}>{e.text}</a> : e.text}
                </span>
              ))}
              .
            </p>
          ))}
        </Notice>
      ) : null}
      {beside ? (
        <div className="reader">
          <section className="reader-text" aria-labelledby="text-title">
            <h2 id="text-title">{t(page.showing === 'whole' ? 'one.text' : 'one.excerpts')}</h2>
            {why ? <p className="muted small">{why}</p> : null}
            <MarkedText page={page} />
          </section>
          <section className="reader-rests" aria-labelledby="rests-title">
            <h2 id="rests-title">{t('one.rests')}</h2>
            {page.passages.length ? <Passages page={page} /> : <p className="muted">{t('one.restsNone')}</p>}
          </section>
        </div>
      ) : (
        <Section id="rests" title={t('one.quotes')} note={why}>
          {page.passages.length ? <Passages page={page} /> : <Empty title={t('one.restsNone')} />}
        </Section>
      )}
      {page.more ? <p className="muted">{t('one.more')}</p> : null}
      <Section id="about" title={t('one.about')}>
        <Facts
          facts={[
            { name: t('one.publisher'), value: page.publisher },
            { name: t('one.byline'), value: page.byline },
            { name: t('one.published'), value: page.publishedDay },
            { name: t('one.read'), value: page.accessedText },
            { name: t('one.language'), value: page.language },
            {
              name: t('one.address'),
              value: page.url ? (
                <a href={page.url} rel="noreferrer external">
                  {page.url}
                </a>
              ) : null,
            },
            { name: t('one.contributed'), value: countsText(page.counts) },
            { name: t('one.carriedFrom'), value: page.carriedFrom && <SourceLinks links={[page.carriedFrom]} /> },
            { name: t('one.carriedBy'), value: page.carriedBy.length ? <SourceLinks links={page.carriedBy} /> : null },
            { name: t('one.newer'), value: page.newer.length ? <SourceLinks links={page.newer} /> : null },
            { name: t('one.older'), value: page.older.length ? <SourceLinks links={page.older} /> : null },
            { name: t('one.cite'), value: page.citation },
            { name: t('one.here'), value: <a href={page.permalink}>{page.permalink}</a> },
          ]}
        />
        {works ? (
          <p className="sheet-links">
            <a href={`/desk/sources/${page.id}`}>{t('one.desk')}</a>
          </p>
        ) : null}
      </Section>
    </>
  )
}
