import { randomUUID } from 'node:crypto'
import { SourceForm } from '@/components/desk/source-form'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { formChoices } from '../../entries/choices'
import { gate } from '../../gate'
import { DeskHead } from '../../head'

export default async function NewSourcePage() {
  const opened = await gate('source.write', '/desk/sources/new')
  if ('instead' in opened) return opened.instead
  const { choices } = await formChoices(opened.actor)
  const t = translator(defaultLocale, 'desk')
  return (
    <>
      <DeskHead
        title={t('sourcesPage.add')}
        crumbs={[{ label: t('sources'), href: '/desk/sources' }]}
        facts={[t('sourcesPage.lead')]}
      />
      <SourceForm
        entities={choices.entities}
        opened={{ accessedOn: choices.today, language: defaultLocale }}
        requestKey={randomUUID()}
      />
    </>
  )
}
