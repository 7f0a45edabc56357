import { type Actor, assertMay } from '@/lib/auth/actor'
import { knownLine } from '@/lib/dashboards/pictures/rules'
import { evidenceHref, reportersOf } from '@/lib/dashboards/points/rules'
import {
  eventsOf,
  everything,
  headOf,
  kept,
  pointsOf,
  promisedOf,
  type View,
  viewOf,
} from '@/lib/dashboards/standing/queries'
import { choosePoints } from '@/lib/dashboards/standing/rules'
import { listChanges } from '@/lib/dashboards/timeline/queries'
import { toChangeRow } from '@/lib/dashboards/timeline/rules'
import { defaultLocale, type Locale } from '@/lib/i18n/locales'
import { sayIn } from '@/lib/i18n/say'
import { translator } from '@/lib/i18n/translate'
import type { PaperDocument } from '@/lib/papers/document'
import { fitsPages } from '@/lib/papers/length'
import { firstThatFits, isWithin, ladder, windowOf } from './choices/rules'
import { listCitations } from './citations/queries'
import { entriesOf, withNotes } from './citations/rules'
import { type BriefContext, draftBrief, headOfBrief } from './rules'
import type { Brief, BriefFilters } from './schema'

const most = { corrections: 40, pages: 4 }

/** What was corrected or withdrawn about the themes, the newest first. */
const correctionsOf = (view: View, scope: readonly number[], themes: readonly string[]) =>
  kept(
    view,
    `corrections ${themes}`,
    () =>
      listChanges(view.actor, {
        ...{ scope, clock: view.clock, theme: themes, corrections: true, limit: most.corrections },
      }),
    (found) => found.length,
  )

/**
 * The brief of a relation: what `/relations/<slug>/brief` shows and both of its files hold, in at most six statements.
 * Null when there is no such relation.
 */
export async function getBrief(
  actor: Actor,
  slug: string,
  filters: BriefFilters,
  locale: Locale = defaultLocale,
): Promise<Brief | null> {
  assertMay(actor, 'read')
  const { themes, from, to, reporter } = filters
  const view = viewOf(actor, slug, { ...filters, theme: null }, locale)
  const relation = await headOf(view)
  if (!relation) return null
  const about = themes.length ? themes : null
  const [all, { promises, assessed }, events, changes] = await Promise.all([
    pointsOf(view, relation, everything),
    promisedOf(view, relation, about),
    eventsOf(view, relation, { from, to, theme: about }),
    correctionsOf(view, relation.scope, themes),
  ])
  const window = windowOf({ from, to }, view.clock.known)
  const ofThemes = choosePoints(all, { ...everything, from, to }).filter(
    (p) => !themes.length || (themes as string[]).includes(p.theme),
  )
  const points = ofThemes.filter((p) => !reporter || p.reporter === reporter)
  const corrections = changes
    .filter((r) => isWithin(r.at.toISOString().slice(0, 10), from || to ? window : { ...window, from: '0001-01-01' }))
    .map((r) => toChangeRow(view, r))
  const context: BriefContext = { ...view, from, to, window, points, promises, assessed, events, corrections }
  const citations = await listCitations(actor, {
    scope: relation.scope,
    entries: entriesOf(draftBrief(context, ladder[0]!)),
    clock: view.clock,
  })
  const say = sayIn(locale, 'briefs')
  const whose = all.find((p) => p.reporter === reporter)?.reporterName ?? reporter
  const head = headOfBrief(context, relation.name, themes, whose)
  const { cited, document } = firstThatFits(
    (bounds) => {
      const hrefOf = (entry: number) => evidenceHref(slug, entry, view.clocks)
      const { cited, ...noted } = withNotes(draftBrief(context, bounds), citations, hrefOf, locale)
      const document: PaperDocument = {
        lang: locale,
        ...head,
        changedAt: relation.changedAt?.toISOString() ?? null,
        ...noted,
        words: {
          notes: say('notes'),
          page: translator(locale, 'briefs').raw('page'),
          footer: head.title,
        },
      }
      return { cited, document }
    },
    ({ document }) => fitsPages(document, most.pages),
  )
  return {
    head: { slug: relation.slug, name: relation.name },
    document,
    cited,
    reporters: reportersOf(ofThemes),
    knownText: knownLine(view.clock, locale, sayIn(locale)),
    empty: !points.length && !promises.length && !events.length,
  }
}
