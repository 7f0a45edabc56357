import { lineText } from '@/components/desk/line'
import type { FieldChoices } from '@/components/entries/choices'
import type { Actor } from '@/lib/auth/actor'
import { listEntities } from '@/lib/entities/queries'
import { entityNames } from '@/lib/entities/rules'
import type { Names } from '@/lib/entries/forms/fields/rules'
import { listPromiseLines } from '@/lib/entries/queue/queries'
import { listIndicators } from '@/lib/indicators/queries'
import { listSources } from '@/lib/sources/queries'
import { sourceText } from '@/lib/sources/rules'

/** What the pickers of a form offer, and how stored names are written into its fields. */
export async function formChoices(actor: Actor): Promise<{ choices: FieldChoices; names: Names }> {
  const today = new Date().toISOString().slice(0, 10)
  // Nobody is signed in any more: the form is shown with what was typed, without lists.
  if (actor.role === null)
    return {
      choices: { today, entities: [], indicators: [], sources: [], promises: [] },
      names: { entity: (slug) => slug, source: (id) => `#${id}`, promise: (root) => `#${root}` },
    }
  const [entities, indicators, sources, promises] = await Promise.all([
    listEntities(actor),
    listIndicators(actor),
    listSources(actor),
    listPromiseLines(actor),
  ])
  const entity = entityNames(entities)
  const sourceNames = new Map(sources.map((s) => [s.id, sourceText(s)]))
  const promiseNames = new Map(promises.map((p) => [p.rootId, `#${p.rootId} ${p.about}: ${lineText(p)}`.slice(0, 200)]))
  return {
    choices: {
      today,
      entities: entities.map((e) => ({ text: entity(e.slug), kind: e.kind })),
      indicators: indicators.map(({ code, name, theme, unit }) => ({ code, name, theme, unit })),
      sources: sources.map((s) => ({ id: s.id, text: sourceNames.get(s.id)!, stored: s.stored })),
      promises: [...promiseNames.values()],
    },
    names: {
      entity,
      source: (id) => sourceNames.get(id) ?? `#${id}`,
      promise: (root) => promiseNames.get(root) ?? `#${root}`,
    },
  }
}
