import { Did } from '@/components/desk/did'
import { LineState, lineText } from '@/components/desk/line'
import { EntryDetails } from '@/components/entries/details'
import { EntryForm } from '@/components/entries/entry-form'
import { EntrySteps } from '@/components/entries/steps'
import { VersionList } from '@/components/entries/version-list'
import { PageHead } from '@/components/layout/page-head'
import { Section } from '@/components/layout/section'
import { Notice } from '@/components/ui/notice'
import { faultSentence } from '@/lib/action/door'
import { may } from '@/lib/auth/actor'
import { toFields } from '@/lib/entries/forms/fields/rules'
import { getVersion, listVersionLines } from '@/lib/entries/queue/queries'
import { publicationFaults } from '@/lib/entries/rules'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { getSettings } from '@/lib/settings/queries'
import { gate, idIn, Missing } from '../../gate'
import { formChoices } from '../choices'

export default async function EntryPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string>>
}) {
  const id = idIn((await params).id)
  const { did } = await searchParams
  const opened = await gate('internal.read', `/desk/entries/${id}`)
  if ('instead' in opened) return opened.instead
  const { actor } = opened
  if (id === null) return <Missing />
  const signedIn = actor.role !== null
  const version = signedIn ? await getVersion(actor, id) : null
  if (signedIn && !version) return <Missing />
  const { choices, names } = await formChoices(actor)
  const t = translator(defaultLocale, 'review')
  const desk = translator(defaultLocale, 'desk')
  // Without a session the form that was sent is all there is to show; its message says how to go on.
  if (!version)
    return (
      <>
        <title>{desk('name')}</title>
        <PageHead crumbsLabel={translator(defaultLocale, 'layout')('crumbs')} title={desk('name')} />
        {null}
        {null}
        <EntryForm kind="observation" fields={{}} hidden={{}} correction={false} mayPublish={false} choices={choices} />
        {null}
      </>
    )
  const [lines, settings] = await Promise.all([listVersionLines(actor, version.rootId), getSettings(actor)])
  const line = lines.find((l) => l.id === id)!
  const fields = toFields(version.input, names)
  const kind = version.input.kind
  const isOpen = version.state !== 'published'
  const blocked = isOpen ? publicationFaults(version.input) : []
  const own = settings.fourEyes && version.authorId === actor.userId
  return (
    <>
      <title>{lineText(line)}</title>
      <PageHead
        crumbs={[{ label: desk('name'), href: '/desk' }]}
        crumbsLabel={translator(defaultLocale, 'layout')('crumbs')}
        title={lineText(line)}
        facts={[
          translator(defaultLocale, 'views')(`kinds.${kind}`),
          line.about,
          desk('version', { version: version.version }),
          <LineState key="state" line={line} />,
          line.author,
        ]}
      />
      <div className="entry-notices">
        <Did did={did} />
        {version.state === 'rejected' && version.reviewNote ? (
          <Notice look="bad">
            <p>{t('handedBack', { reason: version.reviewNote })}</p>
          </Notice>
        ) : null}
        {isOpen && version.changeReason ? (
          <Notice>
            <p>{t('corrects', { version: version.version - 1, reason: version.changeReason })}</p>
          </Notice>
        ) : null}
        {blocked.length ? (
          <Notice look="warn" title={t('blocked')}>
            {blocked.map((fault) => (
              <p key={fault.code}>{faultSentence(fault)}</p>
            ))}
          </Notice>
        ) : null}
        {isOpen && own && may(actor, 'entry.publish') ? (
          <Notice>
            <p>{t('own')}</p>
          </Notice>
        ) : null}
        {isOpen ? null : <p className="muted">{line.retired ? t('old') : t('frozen')}</p>}
      </div>
      <EntrySteps
        version={version}
        may={{
          write: may(actor, 'entry.write'),
          publish: may(actor, 'entry.publish') && !own,
          reject: may(actor, 'entry.reject'),
          retire: may(actor, 'entry.retire'),
        }}
        blocked={blocked.length > 0}
        draft={lines.find((l) => l.state === 'draft' || l.state === 'in_review')?.id ?? null}
        from=""
      />
      {isOpen ? (
        <EntryForm
          kind={kind}
          fields={fields}
          hidden={{ id: String(id), revision: String(version.revision), rootId: String(version.rootId) }}
          correction={false}
          mayPublish={may(actor, 'entry.publish') && !own}
          choices={choices}
        />
      ) : (
        <Section id="says" title={t('states')}>
          <EntryDetails fields={fields} indicator={line.title ?? undefined} />
        </Section>
      )}
      {lines.length > 1 ? (
        <Section id="versions" title={t('history')}>
          <VersionList lines={lines} here={id} />
        </Section>
      ) : null}
    </>
  )
}
