import { Did } from '@/components/desk/did'
import { EnterLinks } from '@/components/desk/enter-links'
import { DeskLines } from '@/components/desk/line'
import { PageHead } from '@/components/layout/page-head'
import { Section } from '@/components/layout/section'
import { may } from '@/lib/auth/actor'
import { listInReview, listLatelyPublished, listOtherDrafts, listOwnDrafts } from '@/lib/entries/queue/queries'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { gate } from './gate'

export default async function DeskPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const opened = await gate('internal.read', '/desk')
  if ('instead' in opened) return opened.instead
  const { actor } = opened
  const { did } = await searchParams
  const t = translator(defaultLocale, 'desk')
  const [own, others, waiting, lately] = await Promise.all([
    listOwnDrafts(actor),
    listOtherDrafts(actor),
    listInReview(actor, 20),
    listLatelyPublished(actor),
  ])
  const back = own.filter((line) => line.state === 'rejected')
  const drafts = own.filter((line) => line.state === 'draft')
  return (
    <>
      <title>{t('name')}</title>
      <PageHead crumbsLabel={translator(defaultLocale, 'layout')('crumbs')} title={t('name')} />
      <Did did={did} />
      <Section id="enter" title={t('enterTitle')} note={t('enterNote')}>
        <EnterLinks />
      </Section>
      {back.length ? (
        <Section id="handed-back" title={t('handedBack')} note={t('handedBackNote')}>
          <DeskLines lines={back} />
        </Section>
      ) : null}
      <Section id="drafts" title={t('drafts')}>
        {drafts.length ? <DeskLines lines={drafts} /> : <p className="muted">{t('draftsNone')}</p>}
      </Section>
      <Section
        id="waiting"
        title={t('waiting')}
        note={waiting.length && may(actor, 'entry.publish') ? <a href="/desk/review">{t('toReview')}</a> : undefined}
      >
        {waiting.length ? <DeskLines lines={waiting} /> : <p className="muted">{t('waitingNone')}</p>}
      </Section>
      {others.length ? (
        <Section id="others" title={t('othersDrafts')}>
          <DeskLines lines={others} state />
        </Section>
      ) : null}
      <Section id="lately" title={t('lately')}>
        {lately.length ? <DeskLines lines={lately} /> : <p className="muted">{t('latelyNone')}</p>}
      </Section>
    </>
  )
}
