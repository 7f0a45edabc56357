import { Facts } from '@/components/ui/facts'
import { Notice } from '@/components/ui/notice'
import { Status } from '@/components/ui/status'
import { faultSentence } from '@/lib/action/door'
import { changeFeedAction } from '@/lib/feeds/actions'
import type { FeedLine } from '@/lib/feeds/schema'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { StepForm } from './step-form'
import { whenText } from './when'

/** Whether a feed is asked now, or about to be. */
export const isPending = (f: FeedLine, now: Date): boolean => !f.paused && (f.polling || f.nextAt <= now)

/** The watch list: of each feed what it brought, when it was asked and will be, and in words what went wrong. */
export function FeedList({ feeds, now, changes }: { feeds: readonly FeedLine[]; now: Date; changes: boolean }) {
  return (
    <ul className="feeds">
      {feeds.map((f) => (
        <Feed key={f.id} feed={f} now={now} changes={changes} />
      ))}
    </ul>
  )
}

function Feed({ feed: f, now, changes }: { feed: FeedLine; now: Date; changes: boolean }) {
  const t = translator(defaultLocale, 'watch')
  const every = t(`everyChoices.${f.everyMinutes}`)
  const hidden = { id: String(f.id), revision: String(f.revision) }
  const step = (act: 'poll' | 'pause' | 'resume' | 'remove', label: string, look?: 'danger') => (
    <StepForm action={changeFeedAction} hidden={{ ...hidden, act }} label={label} look={look} />
  )
  return (
    <li>
      <div className="feed-head">
        <h3>{f.title}</h3>
        <FeedStatus feed={f} now={now} />
      </div>
      <p className="muted small feed-address">{f.url}</p>
      {f.fault && !f.paused ? (
        <Notice look="bad">
          <p>{faultSentence(f.fault)}</p>
        </Notice>
      ) : null}
      <Facts
        facts={[
          {
            name: t('polled'),
            value: f.polledAt
              ? [
                  whenText(f.polledAt),
                  f.failures ? t('answered', { when: f.answeredAt ? whenText(f.answeredAt) : t('never') }) : '',
                ]
                  .filter(Boolean)
                  .join(' · ')
              : t('never'),
          },
          {
            name: t('next'),
            value: f.paused ? t('nextPaused') : f.nextAt <= now ? t('state.due') : whenText(f.nextAt),
          },
          { name: t('every'), value: `${every} · ${t(f.takeAll ? 'everything' : 'onlyRelations')}` },
          {
            name: t('received'),
            value: [
              t('receivedCount', { received: f.received }),
              f.passedOver ? t('passedOver', { passedOver: f.passedOver }) : '',
            ]
              .filter(Boolean)
              .join(' · '),
          },
        ]}
      />
      {changes ? (
        <div className="feed-steps">
          {f.paused ? null : step('poll', t('pollNow'))}
          {f.paused ? step('resume', t('resume')) : step('pause', t('pause'))}
          {step('remove', t('remove'), 'danger')}
        </div>
      ) : null}
    </li>
  )
}

function FeedStatus({ feed: f, now }: { feed: FeedLine; now: Date }) {
  const t = translator(defaultLocale, 'watch')
  if (f.paused) return <Status glyph="flat">{t('state.paused')}</Status>
  if (f.polling) return <Status glyph="under">{t('state.polling')}</Status>
  if (f.failures)
    return (
      <Status glyph="ended" tone="bad">
        {t('state.failing', { times: f.failures })}
      </Status>
    )
  if (!f.answeredAt) return <Status glyph="open">{t(f.nextAt <= now ? 'state.due' : 'state.new')}</Status>
  return (
    <Status glyph="done" tone="good">
      {t('state.well')}
    </Status>
  )
}
