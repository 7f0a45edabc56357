import { EnterLinks } from '@/components/desk/enter-links'
import { EntityForm } from '@/components/desk/entity-form'
import { RouteForm } from '@/components/desk/route-form'
import { Section } from '@/components/layout/section'
import { may } from '@/lib/auth/actor'
import { routeFields } from '@/lib/corridors/forms/rules'
import { getRoute } from '@/lib/corridors/routes/queries'
import { findRelationShowing, getEntity, listEntities } from '@/lib/entities/queries'
import { entityFields, entityNames } from '@/lib/entities/rules'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { gate, Missing } from '../../gate'
import { DeskHead } from '../../head'

export default async function EntityPage({
  params,
  searchParams,
}: {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string>>
}) {
  const { slug } = await params
  const opened = await gate('internal.read', `/desk/entities/${slug}`)
  if ('instead' in opened) return opened.instead
  const { actor } = opened
  const entity = await getEntity(actor, slug)
  if (!entity) return <Missing />
  const entities = await listEntities(actor)
  const names = entityNames(entities)
  const route = entity.kind === 'corridor' ? await getRoute(actor, slug) : null
  const shownAt = route ? await findRelationShowing(actor, slug) : null
  const t = translator(defaultLocale, 'desk')
  const forms = translator(defaultLocale, 'forms')
  return (
    <>
      <DeskHead
        title={entity.name}
        crumbs={[{ label: t('entities'), href: '/desk/entities' }]}
        facts={[forms(`entityKinds.${entity.kind}`), slug]}
        did={(await searchParams).did}
      />
      {may(actor, 'entry.write') ? (
        <Section id="enter" title={t('enterTitle')}>
          <EnterLinks query={`?about=${slug}`} />
        </Section>
      ) : null}
      {may(actor, 'entity.write') ? (
        <>
          <Section id="edit" title={t('entitiesPage.edit')}>
            <EntityForm
              opened={entityFields(entity, names)}
              hidden={{ id: String(entity.id), revision: String(entity.revision) }}
            />
          </Section>
          {route ? (
            <Section
              id="route"
              title={forms('route.title')}
              note={
                <>
                  <p>{forms('route.note')}</p>
                  {shownAt ? (
                    <a href={`/relations/${shownAt}/corridor?corridor=${slug}`}>{forms('route.shown')}</a>
                  ) : null}
                </>
              }
            >
              <RouteForm
                opened={routeFields({ nodes: route.nodes.map((n) => n.slug), legs: route.legs }, names)}
                hidden={{ id: String(entity.id), revision: String(entity.revision), slug }}
                places={entities.filter((e) => e.kind === 'place' || e.kind === 'corridor').map((e) => names(e.slug))}
              />
            </Section>
          ) : null}
        </>
      ) : null}
    </>
  )
}
