import { type Actor, assertMay } from '@/lib/auth/actor'
import type { ChartSpec } from '@/lib/charts/spec'
import type { HeadRecord } from '@/lib/dashboards/heads/queries'
import { knownLine } from '@/lib/dashboards/pictures/rules'
import { listStatedPoints } from '@/lib/dashboards/points/queries'
import { reportersOf, type StatedPoint } from '@/lib/dashboards/points/rules'
import type { Filters } from '@/lib/dashboards/schema'
import { headOf, kept, type View, viewOf } from '@/lib/dashboards/standing/queries'
import { defaultLocale, type Locale } from '@/lib/i18n/locales'
import { sayIn } from '@/lib/i18n/say'
import { type Found, findDisagreements } from './finding/rules'
import { toMirrorSpec } from './pictures/rules'
import { chooseDisagreements } from './rules'
import { type Choice, type Disagreement, type DisagreementRow, type Kind, kinds } from './schema'
import { toDisagreement, toDisagreementRows } from './telling/rules'

/** Newest figures read of each series, and conflicts of each kind that one page shows: the file holds all that was found. */
const most = { perSeries: 240, shown: 40 }

/** Figures of a relation with what does not fit together among them: the same for every filter, so it is found once. */
const foundOf = (view: View, head: HeadRecord): Promise<{ points: readonly StatedPoint[]; found: readonly Found[] }> =>
  kept(
    view,
    'disagreements',
    async () => {
      const points = await listStatedPoints(view.actor, {
        scope: head.scope,
        clock: view.clock,
        perSeries: most.perSeries,
      })
      return {
        points,
        found: findDisagreements(
          points,
          head.countries.map((country) => country.slug),
        ),
      }
    },
    ({ points }) => points.length,
  )

const contextOf = (view: View, head: HeadRecord) => ({
  slug: view.slug,
  locale: view.locale,
  clocks: view.clocks,
  names: new Map(head.countries.map(({ slug, name }) => [slug, name])),
})

/** What `/relations/<slug>/conflicts` shows. */
export type ConflictsPage = {
  head: { slug: string; name: string }
  groups: { kind: Kind; items: Disagreement[]; more: number }[]
  charts: ChartSpec[]
  count: number
  open: number
  themes: { code: string; name: string }[]
  reporters: { slug: string; name: string }[]
  knownText: string
  /** Nothing contradicts itself, whatever is chosen. */
  none: boolean
}

/** Everything of a relation that does not fit together, as far as it is chosen; null where there is no such relation. */
export async function getConflicts(
  actor: Actor,
  slug: string,
  filters: Filters,
  choice: Choice,
  locale: Locale = defaultLocale,
): Promise<ConflictsPage | null> {
  assertMay(actor, 'read')
  const view = viewOf(actor, slug, filters, locale)
  const relation = await headOf(view)
  if (!relation) return null
  const { points, found } = await foundOf(view, relation)
  const chosen = chooseDisagreements(found, { ...filters, ...choice })
  const context = contextOf(view, relation)
  const say = sayIn(locale)
  const codes = [...new Set(chosen.filter((f) => f.kind === 'mirror').map((f) => f.head.indicator))]
  const all = found.flatMap((f) => f.points)
  return {
    head: { slug: relation.slug, name: relation.name },
    groups: kinds
      .map((kind) => {
        const own = chosen.filter((f) => f.kind === kind)
        return {
          kind,
          items: own.slice(0, most.shown).map((f) => toDisagreement(context, f)),
          more: Math.max(0, own.length - most.shown),
        }
      })
      .filter(({ items }) => items.length > 0),
    charts: codes
      .map((code) => toMirrorSpec({ ...view, ...context, from: filters.from, to: filters.to, code, points, found }))
      .filter((spec) => spec !== null),
    count: chosen.length,
    open: chosen.filter((f) => !f.settled).length,
    themes: [...new Set(all.map((p) => p.theme))].map((code) => ({ code, name: say(`themes.${code}`) })),
    reporters: reportersOf(all),
    knownText: knownLine(view.clock, locale, say),
    none: found.length === 0,
  }
}

/** The same as rows of a file, all of them; null where there is no such relation. */
export async function listConflictRows(
  actor: Actor,
  slug: string,
  filters: Filters,
  choice: Choice,
  locale: Locale = defaultLocale,
): Promise<DisagreementRow[] | null> {
  assertMay(actor, 'read')
  const view = viewOf(actor, slug, filters, locale)
  const relation = await headOf(view)
  if (!relation) return null
  const { found } = await foundOf(view, relation)
  const context = contextOf(view, relation)
  return chooseDisagreements(found, { ...filters, ...choice }).flatMap((f) => toDisagreementRows(context, f))
}

/** Both countries' counts of one indicator on one chart, with the figures behind it; null where there is no such relation. */
export async function getConflictChart(
  actor: Actor,
  slug: string,
  code: string,
  filters: Filters,
  locale: Locale = defaultLocale,
): Promise<{ spec: ChartSpec | null; points: StatedPoint[] } | null> {
  assertMay(actor, 'read')
  const view = viewOf(actor, slug, filters, locale)
  const relation = await headOf(view)
  if (!relation) return null
  const { points, found } = await foundOf(view, relation)
  const input = { ...view, ...contextOf(view, relation), from: filters.from, to: filters.to, code, points, found }
  const spec = toMirrorSpec(input)
  const drawn = new Set(spec?.series.flatMap((series) => series.points.map((p) => p.entry)))
  return { spec, points: points.filter((p) => drawn.has(p.entry)) }
}
