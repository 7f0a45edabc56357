import { randomUUID } from 'node:crypto'
import { EntryForm } from '@/components/entries/entry-form'
import { PageHead } from '@/components/layout/page-head'
import type { Fields } from '@/lib/action/fields'
import { type Actor, may } from '@/lib/auth/actor'
import type { Names } from '@/lib/entries/forms/fields/rules'
import { EntryKind } from '@/lib/entries/schema'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { listSeries } from '@/lib/indicators/queries'
import { gate, idIn, Missing } from '../../../gate'
import { formChoices } from '../../choices'

type Asked = Record<string, string | undefined>

export default async function NewEntryPage({
  params,
  searchParams,
}: {
  params: Promise<{ kind: string }>
  searchParams: Promise<Asked>
}) {
  const { kind: asked } = await params
  const query = await searchParams
  const opened = await gate('entry.write', `/desk/entries/new/${asked}`)
  if ('instead' in opened) return opened.instead
  const kind = EntryKind.safeParse(asked)
  if (!kind.success) return <Missing />
  const { actor } = opened
  const { choices, names } = await formChoices(actor)
  const t = translator(defaultLocale, 'forms')
  const title = t('new', { kind: translator(defaultLocale, 'views')(`kinds.${kind.data}`) })
  return (
    <>
      <title>{title}</title>
      <PageHead
        crumbs={[{ label: translator(defaultLocale, 'desk')('name'), href: '/desk' }]}
        crumbsLabel={translator(defaultLocale, 'layout')('crumbs')}
        title={title}
        facts={[t(`hints.${kind.data}`)]}
      />
      <EntryForm
        kind={kind.data}
        fields={await openingFields(actor, query, names)}
        hidden={{ requestKey: randomUUID() }}
        correction={false}
        mayPublish={may(actor, 'entry.publish')}
        choices={choices}
      />
    </>
  )
}

/** What links into the form know already: the line (`series`), the source, whom it is about, the promise it is a step of. */
async function openingFields(actor: Actor, query: Asked, names: Names): Promise<Fields> {
  const fields: Fields = { 'parties.0.role': 'participant', obsStatus: 'A', rank: 'normal' }
  const source = idIn(query.source ?? '')
  if (source) fields['evidence.0.source'] = names.source(source)
  const of = idIn(query.of ?? '')
  if (of) fields.of = names.promise(of)
  if (query.about) {
    fields.about = names.entity(query.about)
    fields['series.about'] = fields.about
  }
  if (query.indicator) fields['series.indicator'] = query.indicator
  const series = idIn(query.series ?? '')
  const [line] = series && actor.role ? await listSeries(actor, { id: series }) : []
  if (line) {
    fields['series.indicator'] = line.indicator
    fields['series.about'] = names.entity(line.about)
    fields['series.reporter'] = line.reporter ? names.entity(line.reporter) : ''
    fields['series.origin'] = line.origin ? names.entity(line.origin) : ''
    fields['series.measure'] = line.measure
    fields['series.unit'] = line.unit
    fields['series.scope'] = line.scope
  }
  return fields
}
