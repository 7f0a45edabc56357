import { type Actor, assertMay } from '@/lib/auth/actor'
import { listCitations } from '@/lib/dashboards/citations/queries'
import type { HeadRecord } from '@/lib/dashboards/heads/queries'
import { toHead } from '@/lib/dashboards/heads/rules'
import { knownLine } from '@/lib/dashboards/pictures/rules'
import { listPromises } from '@/lib/dashboards/promises/queries'
import {
  assessedBy,
  eventsOf,
  everything,
  headOf,
  kept,
  pointsOfIndicator,
  type View,
  viewOf,
} from '@/lib/dashboards/standing/queries'
import type { Citation } from '@/lib/formats/csv'
import { defaultLocale, type Locale } from '@/lib/i18n/locales'
import { sayIn } from '@/lib/i18n/say'
import { toBase, toOccasions } from './counts/rules'
import { countStandings, inOrder, isAsked, peopleOf, toFileRows, toLine } from './rules'
import { type AgreementFilters, type AgreementsPage, countingIndicators } from './schema'

/** Bounded, because a page must not grow with history. */
const most = 300

/** Agreements, what was announced to be signed, and what both cite: read once between two publications. */
const registered = (view: View, head: HeadRecord) =>
  kept(
    view,
    'agreements',
    async () => {
      const asking = listPromises(view.actor, {
        ...{ scope: head.scope, clock: view.clock, theme: null, limit: most },
        kinds: ['agreement', 'target'],
      }).then((found) => found.filter((p) => p.kind === 'agreement' || p.indicator === countingIndicators.occasion))
      const [{ promises, assessed }, citations] = await Promise.all([
        assessedBy(view, asking, Promise.resolve([])),
        asking.then((found) =>
          listCitations(
            view.actor,
            found.flatMap((p) => [p.entry, ...p.steps.map((s) => s.entry)]),
            view.clock,
          ),
        ),
      ])
      return { promises, assessed, citations }
    },
    (found) => found.promises.length + found.citations.size,
  )

async function findAgreements(
  actor: Actor,
  slug: string,
  filters: AgreementFilters,
  locale: Locale,
): Promise<(AgreementsPage & { citations: ReadonlyMap<number, Citation> }) | null> {
  const view = viewOf(actor, slug, filters, locale)
  const head = await headOf(view)
  if (!head) return null
  const [{ promises, assessed, citations }, claims, base, events] = await Promise.all([
    registered(view, head),
    pointsOfIndicator(view, head, countingIndicators.occasion, everything),
    pointsOfIndicator(view, head, countingIndicators.all, everything),
    eventsOf(view, head, everything),
  ])
  const context = { ...view, citations }
  const agreements = promises.filter((p) => p.kind === 'agreement')
  const asked = agreements.filter((p) => isAsked(p, filters)).map((p) => toLine(context, p, assessed.get(p.entry)!))
  const shown = asked.filter((line) => filters.status === null || line.standings.includes(filters.status))
  const say = sayIn(locale)
  const types = [...new Set(agreements.map((p) => p.code ?? 'agreement'))]
  const people = new Map(agreements.flatMap(peopleOf).map((person) => [person.slug, person]))
  const standing = (p: { rank: string }) => p.rank !== 'deprecated'
  return {
    head: toHead(head, locale),
    lines: inOrder(shown, filters.sort),
    counts: countStandings(asked),
    all: agreements.length,
    occasions: toOccasions(
      context,
      agreements,
      promises.filter((p) => p.kind === 'target'),
      claims.filter(standing),
      events,
    ),
    base: toBase(context, agreements, base.filter(standing)),
    types: types.map((code) => ({ code, name: sayIn(locale, 'agreements')(`types.${code}`) })),
    themes: [...new Set(agreements.map((p) => p.theme))].map((code) => ({ code, name: say(`themes.${code}`) })),
    people: [...people.values()].sort((a, b) => a.name.localeCompare(b.name, locale)),
    knownText: knownLine(view.clock, locale, say),
    citations,
  }
}

/**
 * Everything `/relations/<slug>/agreements` shows, in at most six statements; none where the relation was looked at since
 * its last publication. Null when there is no such relation.
 */
export async function getAgreements(
  actor: Actor,
  slug: string,
  filters: AgreementFilters,
  locale: Locale = defaultLocale,
): Promise<AgreementsPage | null> {
  assertMay(actor, 'read')
  const found = await findAgreements(actor, slug, filters, locale)
  if (!found) return null
  const { citations: _, ...page } = found
  return page
}

/** The same agreements as rows of a file: each with its steps, and with what each row cites. */
export async function listAgreementRows(actor: Actor, slug: string, filters: AgreementFilters) {
  assertMay(actor, 'read')
  const found = await findAgreements(actor, slug, filters, defaultLocale)
  return found && toFileRows(found.lines, found.citations)
}
