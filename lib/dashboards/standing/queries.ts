import { type Actor, may } from '@/lib/auth/actor'
import { keptOfRelation } from '@/lib/db/kept'
import { type Clock, clockOf } from '@/lib/entries/queries'
import type { Locale } from '@/lib/i18n/locales'
import { findRelation, type HeadRecord, listShownIndicators } from '../heads/queries'
import { listPoints } from '../points/queries'
import type { PointRow } from '../points/rules'
import { listPromises, type PromiseRecord } from '../promises/queries'
import { type Assessed, assess, toPromiseRow } from '../promises/rules'
import type { ChangeRow, Filters, PromiseRow } from '../schema'
import { type EventRecord, listChanges, listEvents } from '../timeline/queries'
import { toChangeRow } from '../timeline/rules'
import { chooseEvents, choosePoints, isCut } from './rules'

/** Who looks at which relation, by which clocks, in which language: what everything below depends on. */
export type View = {
  actor: Actor
  slug: string
  clock: Clock
  clocks: { known: string | null; edition: string | null }
  locale: Locale
  /** What this view has asked for already: nothing is read twice, whether or not somebody keeps it for others. */
  asked: Map<string, Promise<unknown>>
}

export const viewOf = (actor: Actor, slug: string, { known, edition }: Filters, locale: Locale): View => ({
  actor,
  slug,
  clock: clockOf({ known, edition }),
  clocks: { known, edition },
  locale,
  asked: new Map(),
})

/** Points read of each series: the newest, and the full years, which tell a long history; more for one indicator. */
export const drawn = { newest: 24, years: 60 }
export const drawnOfIndicator = { newest: 60, years: 60 }
/** What leaves as a file is whole. */
const whole = { newest: 1000, years: 0 }
const most = { promises: 60, events: 40, changes: 8 }

const rowsIn = (found: readonly unknown[]) => found.length
const one = () => 1

/**
 * Readers who may see the same share what was read; who they are is no part of it.
 * @param name must name all that the answer depends on but the view.
 */
export function kept<T>(view: View, name: string, ask: () => Promise<T>, size: (answer: T) => number): Promise<T> {
  const { actor, slug, clock, clocks, locale, asked } = view
  const there = asked.get(name) as Promise<T> | undefined
  if (there) return there
  const sight = may(actor, 'internal.read') ? 'all' : 'open'
  const found = keptOfRelation(slug, JSON.stringify([name, sight, clock.known, clocks, locale]), ask, size)
  asked.set(name, found)
  return found
}

/** The relation, and the definition of an indicator where one is asked for. */
export const headOf = (view: View, code: string | null = null) =>
  kept(view, `head ${JSON.stringify(code)}`, () => findRelation(view.actor, view.slug, view.clock, code), one)

/** The indicators the relation has figures of. */
export const indicatorsOf = (view: View, { scope }: HeadRecord) =>
  kept(view, 'indicators', () => listShownIndicators(view.actor, scope, view.clock), rowsIn)

type Asked = Pick<Filters, 'from' | 'to' | 'reporter' | 'theme'>
export const everything: Asked = { from: null, to: null, reporter: null, theme: null }

/**
 * Figures of the headline indicators that a view asks for. What is kept holds the newest of each series, so that a
 * window with an end is asked of the database.
 */
export async function pointsOf(view: View, { scope }: HeadRecord, asked: Asked): Promise<readonly PointRow[]> {
  const ask = ({ from, to, reporter, theme }: Asked) =>
    listPoints(view.actor, {
      ...{ scope, clock: view.clock, from, to, reporter, theme },
      ...{ indicator: null, deprecated: false, ...drawn },
    })
  if (asked.to !== null) return ask(asked)
  return choosePoints(await kept(view, 'points', () => ask(everything), rowsIn), asked)
}

const askIndicator = (
  view: View,
  { scope }: HeadRecord,
  indicator: string,
  { from, to, reporter }: Asked,
  depth: { newest: number; years: number },
) =>
  listPoints(view.actor, {
    ...{ scope, clock: view.clock, from, to, reporter },
    ...{ theme: null, indicator, deprecated: true, ...depth },
  })

/** Figures of one indicator, deprecated ones too, as many as its page draws. */
export async function pointsOfIndicator(
  view: View,
  head: HeadRecord,
  indicator: string,
  asked: Asked,
): Promise<readonly PointRow[]> {
  const ask = (window: Asked) => askIndicator(view, head, indicator, window, drawnOfIndicator)
  const all = await kept(view, `points of ${indicator}`, () => ask(everything), rowsIn)
  return asked.to !== null && isCut(all, drawnOfIndicator.newest) ? ask(asked) : choosePoints(all, asked)
}

/** All of them, for a file. */
export const allPointsOfIndicator = (view: View, head: HeadRecord, indicator: string, asked: Asked) =>
  askIndicator(view, head, indicator, asked, whole)

/** Promises with what became of them. That does not depend on which years or whose figures a reader looks at. */
export type Promised = {
  promises: readonly PromiseRecord[]
  assessed: ReadonlyMap<number, Assessed>
  rows: readonly PromiseRow[]
}

/** Promises that are asked for and figures that they are measured by → what became of them. */
export async function assessedBy(
  view: View,
  asking: Promise<PromiseRecord[]>,
  measuring: Promise<readonly PointRow[]>,
) {
  const [promises, points] = await Promise.all([asking, measuring])
  const context = { ...view, points }
  const assessed = new Map(promises.map((p) => [p.entry, assess(context, p)]))
  return { promises, assessed, rows: promises.map((p) => toPromiseRow({ ...context, assessed }, p)) }
}

export const promisedOf = (view: View, head: HeadRecord, theme: string | readonly string[] | null): Promise<Promised> =>
  kept(
    view,
    `promised ${theme}`,
    () =>
      assessedBy(
        view,
        listPromises(view.actor, { scope: head.scope, clock: view.clock, theme, limit: most.promises }),
        pointsOf(view, head, everything),
      ),
    (found) => rowsIn(found.promises),
  )

/** Targets of one indicator. */
export const promisedOfIndicator = (view: View, head: HeadRecord, indicator: string): Promise<Promised> =>
  kept(
    view,
    `promised of ${indicator}`,
    () =>
      assessedBy(
        view,
        listPromises(view.actor, {
          scope: head.scope,
          clock: view.clock,
          theme: null,
          indicator,
          limit: most.promises,
        }),
        pointsOfIndicator(view, head, indicator, everything),
      ),
    (found) => rowsIn(found.promises),
  )

export async function eventsOf(
  view: View,
  { scope }: HeadRecord,
  asked: { from: string | null; to: string | null; theme: string | readonly string[] | null },
): Promise<readonly EventRecord[]> {
  const { theme, from, to } = asked
  const ask = (window: { from: string | null; to: string | null }) =>
    listEvents(view.actor, { scope, clock: view.clock, theme, limit: most.events, ...window })
  if (to !== null) return ask({ from, to })
  return chooseEvents(await kept(view, `events ${theme}`, () => ask({ from: null, to: null }), rowsIn), from)
}

/** What Entente lately says differently: of the whole relation, or what was corrected of one indicator. */
export const changesOf = (
  view: View,
  { scope }: HeadRecord,
  filter: { theme: string | null } | { indicator: string },
): Promise<readonly ChangeRow[]> =>
  kept(
    view,
    `changes ${JSON.stringify(filter)}`,
    async () => {
      const own = 'theme' in filter ? filter : { theme: null, indicator: filter.indicator, corrections: true }
      const changes = await listChanges(view.actor, { scope, clock: view.clock, limit: most.changes, ...own })
      return changes.map((c) => toChangeRow(view, c))
    },
    rowsIn,
  )
