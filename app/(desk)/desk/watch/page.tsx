import { FeedForm } from '@/components/desk/feed-form'
import { FeedList, isPending } from '@/components/desk/feed-list'
import { Reload } from '@/components/desk/reload'
import { Section } from '@/components/layout/section'
import { Empty } from '@/components/ui/empty'
import { Notice } from '@/components/ui/notice'
import { may } from '@/lib/auth/actor'
import { settings } from '@/lib/env/settings'
import { listFeeds } from '@/lib/feeds/queries'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { gate } from '../gate'
import { DeskHead } from '../head'

export default async function WatchPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const opened = await gate('internal.read', '/desk/watch')
  if ('instead' in opened) return opened.instead
  const { actor } = opened
  const feeds = await listFeeds(actor)
  const t = translator(defaultLocale, 'watch')
  const now = new Date()
  const fetches = settings().fetch
  const pending = fetches && feeds.some((f) => isPending(f, now))
  return (
    <>
      <DeskHead title={t('title')} facts={[t('lead')]} did={(await searchParams).did} />
      {fetches ? null : (
        <Notice look="warn" title={t('off')}>
          <p>{t('offText', { setting: 'ENTENTE_FETCH' })}</p>
        </Notice>
      )}
      {pending ? (
        <>
          <Reload everySeconds={3} />
          <p className="muted small" role="status">
            {t('pending')}
          </p>
        </>
      ) : null}
      <Section id="feeds" title={t('list')} note={<a href="/desk/intake">{t('intake')}</a>}>
        {feeds.length ? (
          <FeedList feeds={feeds} now={now} changes={may(actor, 'source.write')} />
        ) : (
          <Empty title={t('empty')}>{t('emptyText')}</Empty>
        )}
      </Section>
      {may(actor, 'source.write') ? (
        <Section id="add" title={t('add')} note={t('addNote')}>
          <FeedForm />
        </Section>
      ) : null}
    </>
  )
}
