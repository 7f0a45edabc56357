import { Button, ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { SelectField } from '@/components/ui/field'
import { may } from '@/lib/auth/actor'
import { listEntities } from '@/lib/entities/queries'
import { entityKinds } from '@/lib/entities/schema'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { gate } from '../gate'
import { DeskHead } from '../head'

export default async function EntitiesPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const opened = await gate('internal.read', '/desk/entities')
  if ('instead' in opened) return opened.instead
  const { actor } = opened
  const { kind = '' } = await searchParams
  const asked = entityKinds.find((k) => k === kind)
  const entities = await listEntities(actor)
  // 249 countries come with every installation: they are shown when asked for.
  const kinds = asked ? [asked] : entityKinds.filter((k) => k !== 'country')
  const t = translator(defaultLocale, 'desk')
  const forms = translator(defaultLocale, 'forms')
  const found = kinds.flatMap((k) => {
    const own = entities.filter((e) => e.kind === k)
    return own.length ? [{ kind: k, own }] : []
  })
  return (
    <>
      <DeskHead title={t('entities')} facts={[t('entitiesPage.lead')]} />
      <form className="filters-line">
        <SelectField
          name="kind"
          label={t('entitiesPage.kind')}
          defaultValue={kind}
          options={[
            { value: '', label: t('entitiesPage.all') },
            ...entityKinds.map((k) => ({ value: k, label: forms(`entityKinds.${k}`) })),
          ]}
        />
        <Button type="submit">{t('entitiesPage.show')}</Button>
        {may(actor, 'entity.write') ? (
          <ButtonLink look="primary" href="/desk/entities/new">
            {t('entitiesPage.add')}
          </ButtonLink>
        ) : null}
      </form>
      {found.length ? null : <Empty title={t('entitiesPage.none')} />}
      {found.map(({ kind: k, own }) => (
        <section key={k} className="entity-group" aria-labelledby={`kind-${k}`}>
          <h2 id={`kind-${k}`}>{forms(`entityKinds.${k}`)}</h2>
          <ul className="entity-names">
            {own.map((e) => (
              <li key={e.slug}>
                <a href={`/desk/entities/${e.slug}`}>{e.name}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
