import { EntityForm } from '@/components/desk/entity-form'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { gate } from '../../gate'
import { DeskHead } from '../../head'

export default async function NewEntityPage() {
  const opened = await gate('entity.write', '/desk/entities/new')
  if ('instead' in opened) return opened.instead
  const t = translator(defaultLocale, 'desk')
  return (
    <>
      <DeskHead
        title={t('entitiesPage.add')}
        crumbs={[{ label: t('entities'), href: '/desk/entities' }]}
        facts={[t('entitiesPage.lead')]}
      />
      <EntityForm opened={{}} hidden={{}} />
    </>
  )
}
