import { randomUUID } from 'node:crypto'
import { redirect } from 'next/navigation'
import { EntryForm } from '@/components/entries/entry-form'
import { PageHead } from '@/components/layout/page-head'
import { may } from '@/lib/auth/actor'
import { toFields } from '@/lib/entries/forms/fields/rules'
import { getCurrentVersion, listVersionLines } from '@/lib/entries/queue/queries'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { gate, idIn, isFormSent, Missing } from '../../../gate'
import { formChoices } from '../../choices'

/** `id` is the root: the number of an entry that survives its corrections. */
export default async function CorrectEntryPage({ params }: { params: Promise<{ id: string }> }) {
  const root = idIn((await params).id)
  const opened = await gate('entry.write', `/desk/entries/${root}/correct`)
  if ('instead' in opened) return opened.instead
  const { actor } = opened
  if (root === null) return <Missing />
  const { choices, names } = await formChoices(actor)
  const desk = translator(defaultLocale, 'desk')
  if (actor.role === null)
    return (
      <>
        <title>{desk('name')}</title>
        <PageHead crumbsLabel={translator(defaultLocale, 'layout')('crumbs')} title={desk('name')} />
        <EntryForm kind="observation" fields={{}} hidden={{}} correction mayPublish={false} choices={choices} />
      </>
    )
  const version = await getCurrentVersion(actor, root)
  if (!version) return <Missing />
  const lines = await listVersionLines(actor, root)
  const draft = lines.find((line) => line.state === 'draft' || line.state === 'in_review')
  if (draft && !(await isFormSent())) redirect(`/desk/entries/${draft.id}`)
  const { kind } = version.input
  const title = translator(defaultLocale, 'forms')('correct', {
    kind: translator(defaultLocale, 'views')(`kinds.${kind}`),
  })
  return (
    <>
      <title>{title}</title>
      <PageHead
        crumbs={[
          { label: desk('name'), href: '/desk' },
          { label: desk('version', { version: version.version }), href: `/desk/entries/${version.id}` },
        ]}
        crumbsLabel={translator(defaultLocale, 'layout')('crumbs')}
        title={title}
      />
      <EntryForm
        kind={kind}
        fields={toFields(version.input, names)}
        hidden={{ root: String(root), version: String(version.version), requestKey: randomUUID() }}
        correction
        mayPublish={may(actor, 'entry.publish')}
        choices={choices}
      />
    </>
  )
}
