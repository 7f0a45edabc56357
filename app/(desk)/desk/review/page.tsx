import { Did } from '@/components/desk/did'
import { LineState, lineText } from '@/components/desk/line'
import { whenText } from '@/components/desk/when'
import { EntryDetails, EntryDifference } from '@/components/entries/details'
import { EntrySteps } from '@/components/entries/steps'
import { PageHead } from '@/components/layout/page-head'
import { Empty } from '@/components/ui/empty'
import { Notice } from '@/components/ui/notice'
import { faultSentence } from '@/lib/action/door'
import { type Actor, may } from '@/lib/auth/actor'
import { type Names, toFields } from '@/lib/entries/forms/fields/rules'
import { type DeskLine, getCurrentVersion, getVersion, listInReview } from '@/lib/entries/queue/queries'
import { publicationFaults } from '@/lib/entries/rules'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { getSettings } from '@/lib/settings/queries'
import { formChoices } from '../entries/choices'
import { gate } from '../gate'

const shownAtOnce = 20

export default async function ReviewPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const opened = await gate('internal.read', '/desk/review')
  if ('instead' in opened) return opened.instead
  const { actor } = opened
  const { did } = await searchParams
  const t = translator(defaultLocale, 'review')
  const [lines, settings, { names }] = await Promise.all([
    listInReview(actor, shownAtOnce),
    getSettings(actor),
    formChoices(actor),
  ])
  return (
    <>
      <title>{t('title')}</title>
      <PageHead
        crumbs={[{ label: translator(defaultLocale, 'desk')('name'), href: '/desk' }]}
        crumbsLabel={translator(defaultLocale, 'layout')('crumbs')}
        title={t('title')}
        facts={[t('lead')]}
      />
      <Did did={did} />
      {lines.length ? null : <Empty title={t('none')}>{t('noneText')}</Empty>}
      {lines.map((line) => (
        <Waiting key={line.id} actor={actor} line={line} names={names} fourEyes={settings.fourEyes} />
      ))}
    </>
  )
}

async function Waiting({
  actor,
  line,
  names,
  fourEyes,
}: {
  actor: Actor
  line: DeskLine
  names: Names
  fourEyes: boolean
}) {
  const t = translator(defaultLocale, 'review')
  const version = await getVersion(actor, line.id)
  if (!version) return null
  const current = line.version > 1 ? await getCurrentVersion(actor, line.rootId) : null
  const fields = toFields(version.input, names)
  const blocked = publicationFaults(version.input)
  const own = fourEyes && version.authorId === actor.userId
  return (
    <article className="review-entry" aria-labelledby={`entry-${line.id}`}>
      <h2 id={`entry-${line.id}`}>
        <a href={`/desk/entries/${line.id}`}>{lineText(line)}</a>
      </h2>
      <p className="small muted">
        {translator(defaultLocale, 'views')(`kinds.${line.kind}`)} · {line.about} · {line.author} ·{' '}
        <LineState line={line} /> · {t('waiting', { when: whenText(line.updatedAt) })}
      </p>
      {version.changeReason ? (
        <Notice>
          <p>{t('corrects', { version: line.version - 1, reason: version.changeReason })}</p>
        </Notice>
      ) : null}
      {blocked.length ? (
        <Notice look="warn" title={t('blocked')}>
          {blocked.map((fault) => (
            <p key={fault.code}>{faultSentence(fault)}</p>
          ))}
        </Notice>
      ) : null}
      {own ? (
        <Notice>
          <p>{t('own')}</p>
        </Notice>
      ) : null}
      {current ? (
        <>
          <h3>{t('difference')}</h3>
          <EntryDifference now={toFields(current.input, names)} proposed={fields} />
        </>
      ) : null}
      <EntryDetails fields={fields} indicator={line.title ?? undefined} />
      <EntrySteps
        version={version}
        may={{
          write: false,
          publish: may(actor, 'entry.publish') && !own,
          reject: may(actor, 'entry.reject'),
          retire: false,
        }}
        blocked={blocked.length > 0}
        draft={null}
        from="review"
      />
    </article>
  )
}
