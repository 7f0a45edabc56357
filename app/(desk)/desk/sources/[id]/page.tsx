import { AudienceForm } from '@/components/desk/audience-form'
import { EnterLinks } from '@/components/desk/enter-links'
import { DeskLines } from '@/components/desk/line'
import { whenText } from '@/components/desk/when'
import { Section } from '@/components/layout/section'
import { Facts } from '@/components/ui/facts'
import { may } from '@/lib/auth/actor'
import { formatDay } from '@/lib/dashboards/points/rules'
import { listLinesOfSource } from '@/lib/entries/queue/queries'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { getAudience } from '@/lib/sources/audience/queries'
import { getSource } from '@/lib/sources/queries'
import { gate, idIn, Missing } from '../../gate'
import { DeskHead } from '../../head'

export default async function SourcePage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string>>
}) {
  const id = idIn((await params).id)
  const opened = await gate('internal.read', `/desk/sources/${id}`)
  if ('instead' in opened) return opened.instead
  const { actor } = opened
  const source = id === null ? null : await getSource(actor, id)
  if (!source) return <Missing />
  const lines = await listLinesOfSource(actor, source.id)
  const audience = source.text === null ? null : await getAudience(actor, source.id)
  const t = translator(defaultLocale, 'desk')
  const words = translator(defaultLocale, 'sources')
  return (
    <>
      <DeskHead
        title={source.title}
        crumbs={[{ label: t('sources'), href: '/desk/sources' }]}
        facts={[
          `#${source.id}`,
          source.publisher,
          source.publishedOn ? formatDay(source.publishedOn, defaultLocale) : '–',
        ]}
        did={(await searchParams).did}
      />
      <Section id="source" title={t('sourcesPage.one')}>
        <Facts
          facts={[
            { name: t('sourcesPage.publisher'), value: source.publisher },
            { name: t('sourcesPage.byline'), value: source.byline },
            {
              name: t('sourcesPage.address'),
              value: source.url ? (
                <a href={source.url} rel="noopener noreferrer">
                  {source.url}
                </a>
              ) : null,
            },
            {
              name: t('sourcesPage.published'),
              value: source.publishedOn && formatDay(source.publishedOn, defaultLocale),
            },
            { name: t('sourcesPage.read'), value: formatDay(source.accessedOn, defaultLocale) },
            { name: t('sourcesPage.language'), value: source.language },
            {
              name: t('sourcesPage.text'),
              value: source.text
                ? t('sourcesPage.characters', { count: source.text.length })
                : t('sourcesPage.notStored'),
            },
            {
              name: t('sourcesPage.by'),
              value: t('by', { name: source.addedBy, when: whenText(source.addedAt) }),
            },
          ]}
        />
        <p className="sheet-links">
          <a href={`/sources/${source.id}`}>{words('audience.asReader')}</a>
        </p>
      </Section>
      <Section id="cited" title={t('sourcesPage.cited')}>
        {lines.length ? <DeskLines lines={lines} state /> : <p className="muted">{t('sourcesPage.citedNone')}</p>}
      </Section>
      {may(actor, 'entry.write') ? (
        <Section id="enter" title={t('enterTitle')} note={t('sourcesPage.enter')}>
          <EnterLinks query={`?source=${source.id}`} />
        </Section>
      ) : null}
      {audience && may(actor, 'source.write') ? (
        <Section id="audience" title={words('audience.title')} note={words('audience.note')}>
          <AudienceForm source={source.id} {...audience} />
        </Section>
      ) : null}
      {source.text ? (
        <Section id="text" title={t('sourcesPage.textTitle')}>
          <div className="said prose source-text">{source.text}</div>
        </Section>
      ) : null}
    </>
  )
}
