import { randomUUID } from 'node:crypto'
import { StepForm } from '@/components/desk/step-form'
import { Board } from '@/components/intake/board'
import { ReadForm } from '@/components/intake/read-form'
import { Section } from '@/components/layout/section'
import { type Actor, may } from '@/lib/auth/actor'
import { formatDay } from '@/lib/dashboards/points/rules'
import { findEntities, listEntities } from '@/lib/entities/queries'
import { settings as environment } from '@/lib/env/settings'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { bringBackItemAction, fetchItemAction } from '@/lib/intake/actions'
import { findRelative } from '@/lib/intake/likeness/queries'
import { listPublishers } from '@/lib/intake/publishers/queries'
import { publisherIn } from '@/lib/intake/publishers/rules'
import { getItem, type StoredItem } from '@/lib/intake/queries'
import { hasModel } from '@/lib/model/suggest'
import { getSettings } from '@/lib/settings/queries'
import { formChoices } from '../../entries/choices'
import { gate, idIn, Missing } from '../../gate'
import { DeskHead } from '../../head'
import { candidateViews } from './views'

type Asked = Record<string, string>

export default async function ItemPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: Promise<Asked>
}) {
  const id = idIn((await params).id)
  const opened = await gate('internal.read', `/desk/intake/${id}`)
  if ('instead' in opened) return opened.instead
  const { actor } = opened
  if (id === null) return <Missing />
  const t = translator(defaultLocale, 'intake')
  const { choices } = await formChoices(actor)
  // Without a session the form that was sent is all there is to show; its message says how to go on.
  if (actor.role === null)
    return (
      <>
        <DeskHead title={t('title')} />
        <ReadForm
          hidden={{ id: String(id), revision: '' }}
          opened={{}}
          hasText={false}
          unknownPublisher={false}
          relations={[]}
          relative={null}
          entities={[]}
        />
      </>
    )
  const item = await getItem(actor, id)
  if (!item) return <Missing />
  const asked = await searchParams
  const head = (
    <DeskHead
      title={item.title}
      crumbs={[{ label: t('title'), href: '/desk/intake' }]}
      facts={factsOf(item)}
      did={asked.did}
    />
  )
  if (item.state === 'dismissed')
    return (
      <>
        {head}
        <p className="muted">{t('dismissed.text')}</p>
        {may(actor, 'source.write') ? (
          <StepForm
            action={bringBackItemAction}
            hidden={{ id: String(id), revision: String(item.revision) }}
            label={t('dismissed.bringBack')}
          />
        ) : null}
      </>
    )
  if (item.sourceId === null || item.text === null)
    return (
      <>
        {head}
        <Section id="read" title={t('read.title')} note={t('read.note')}>
          {may(actor, 'source.write') ? (
            <Reading actor={actor} item={item} entities={choices.entities} today={choices.today} />
          ) : null}
        </Section>
        {item.text === null && item.url && environment().fetch && may(actor, 'source.write') ? (
          <Section id="fetch" title={t('read.missing')} note={t('read.missingNote')}>
            <StepForm
              action={fetchItemAction}
              hidden={{ id: String(id), revision: String(item.revision) }}
              label={t('read.fetch')}
              look="primary"
            />
          </Section>
        ) : null}
        {item.text ? (
          <Section id="text" title={t('read.preview')} note={t('read.characters', { count: item.text.length })}>
            <div className="said prose source-text">{item.text}</div>
          </Section>
        ) : null}
      </>
    )
  const [views, settings] = await Promise.all([candidateViews(actor, item), getSettings(actor)])
  return (
    <>
      {head}
      <Board
        item={{ id, revision: item.revision, state: item.state === 'done' ? 'done' : 'in_work' }}
        text={item.text}
        candidates={views}
        choices={choices}
        may={{ write: may(actor, 'entry.write'), publish: may(actor, 'entry.publish') && !settings.fourEyes }}
        asked={idIn(asked.candidate ?? '')}
        correcting={asked.correct === '1'}
        requestKey={randomUUID()}
        hasModel={hasModel()}
      />
    </>
  )
}

function factsOf(item: StoredItem): React.ReactNode[] {
  const t = translator(defaultLocale, 'intake')
  const link = (id: number, text: string) => (
    <a key={id} href={`/desk/sources/${id}`}>
      {text}
    </a>
  )
  return [
    ...[item.publisher, item.publishedOn && formatDay(item.publishedOn, defaultLocale), item.relations[0]?.name].filter(
      (fact) => Boolean(fact),
    ),
    ...(item.sourceId === null ? [] : [link(item.sourceId, `${t('board.source')} #${item.sourceId}`)]),
    ...(item.previous ? [link(item.previous.id, t('board.previous', { title: item.previous.title }))] : []),
    ...(item.carriedFrom ? [link(item.carriedFrom.id, t('board.carriedFrom', { title: item.carriedFrom.title }))] : []),
    ...(item.url && item.sourceId === null
      ? [
          <a key="page" href={item.url} rel="noopener noreferrer">
            {t('read.openPage')}
          </a>,
        ]
      : []),
  ]
}

async function Reading({
  actor,
  item,
  entities,
  today,
}: {
  actor: Actor
  item: StoredItem
  entities: React.ComponentProps<typeof ReadForm>['entities']
  today: string
}) {
  const text = item.text ?? ''
  const [everybody, publishers, named, relative] = await Promise.all([
    listEntities(actor),
    listPublishers(actor),
    findEntities(actor, item.publisher ? [item.publisher] : []),
    item.text === null ? null : findRelative(actor, item.text, item.url),
  ])
  const isKnown = item.publisher !== null && (named.get(item.publisher)?.length ?? 0) > 0
  const guessed = isKnown || item.publisher !== null ? null : publisherIn(text, item.url, publishers)
  const guessedName = publishers.find((p) => p.slug === guessed)?.names[0] ?? ''
  return (
    <ReadForm
      hidden={{ id: String(item.id), revision: String(item.revision) }}
      opened={{
        title: item.title,
        publisher: item.publisher ?? guessedName,
        publishedOn: item.publishedOn ?? '',
        byline: item.byline ?? '',
        language: item.language ?? defaultLocale,
        url: item.url ?? '',
        accessedOn: today,
        relation: item.relations[0]?.slug ?? '',
        text: '',
      }}
      hasText={item.text !== null}
      unknownPublisher={item.publisher !== null && !isKnown}
      relations={everybody.filter((e) => e.kind === 'relation').map(({ slug, name }) => ({ slug, name }))}
      relative={
        relative && {
          code: relative.code,
          source: relative.source,
          title: relative.title,
          publisher: relative.publisher,
          percent: Math.round(relative.shared * 100),
        }
      }
      entities={entities}
    />
  )
}
