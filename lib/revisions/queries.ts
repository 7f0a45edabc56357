import { type Actor, assertMay } from '@/lib/auth/actor'
import type { HeadRecord } from '@/lib/dashboards/heads/queries'
import { toHead } from '@/lib/dashboards/heads/rules'
import { knownLine } from '@/lib/dashboards/pictures/rules'
import { listVersionsById, type SheetVersion } from '@/lib/dashboards/sheets/queries'
import { headOf, kept, type View, viewOf } from '@/lib/dashboards/standing/queries'
import { defaultLocale, type Locale } from '@/lib/i18n/locales'
import { sayIn } from '@/lib/i18n/say'
import { Theme } from '@/lib/indicators/schema'
import { dayNumber, isoDay } from '@/lib/periods/notation/rules'
import { type ActCounts, type ActRecord, countActs, listActs } from './acts/queries'
import { toDays, toLine } from './rules'
import type { Act, RevisionFilters, RevisionLine, RevisionsPage } from './schema'

/** Lines of a page, of a file, of a feed; days looked back where nothing is asked. */
export const most = { lines: 40, file: 2000, feed: 50, days: 90 }

const dayOf = (at: Date) => at.toISOString().slice(0, 10)

type Asked = { view: View; head: HeadRecord; since: string; until: string; counts: ActCounts; reachedBack: boolean }

/** The days to show, what happened in them, and the clock that ends with them; null when there is no such relation. */
async function askedOf(actor: Actor, slug: string, filters: RevisionFilters, locale: Locale): Promise<Asked | null> {
  const today = dayOf(new Date())
  const frozenOn = filters.edition?.slice(0, 10) ?? null
  const until = [filters.until, frozenOn, today].filter((day) => day !== null).sort()[0]!
  // Asked about days that are over, the database answers as it did at their end, or at the moment it was frozen.
  const over = until === frozenOn ? filters.edition : until < today ? until : null
  const view = viewOf(actor, slug, filters, locale)
  const head = await headOf(view)
  if (!head) return null
  const clock = { known: view.clock.known, edition: over }
  const count = (since: string) =>
    kept(
      view,
      `acts ${JSON.stringify([since, over, filters.theme])}`,
      () => countActs(actor, { scope: head.scope, clock, since, theme: filters.theme }),
      () => 1,
    )
  const since = filters.since ?? isoDay(Math.max(dayNumber(until) - most.days, dayNumber('0001-01-01')))
  const counts = await count(since)
  const own = { view: { ...view, clock }, head, until }
  if (filters.since !== null || total(counts) > 0 || !counts.last) return { ...own, since, counts, reachedBack: false }
  const last = dayOf(counts.last)
  return { ...own, since: last, counts: await count(last), reachedBack: true }
}

const total = (counts: Record<Act, number>) => counts.added + counts.corrected + counts.withdrawn

async function linesOf(
  { view, head, since }: Asked,
  { theme, what }: RevisionFilters,
  place: { offset: number; limit: number },
): Promise<{ line: RevisionLine; version: SheetVersion }[]> {
  const { actor, clock } = view
  const acts = await listActs(actor, { scope: head.scope, clock, since, theme, act: what, ...place })
  const ids = [...new Set(acts.flatMap(({ id, before }: ActRecord) => (before === null ? [id] : [id, before])))]
  if (!ids.length) return []
  const versions = new Map((await listVersionsById(actor, head.scope, ids, clock)).map((v) => [v.id, v]))
  return acts.flatMap((act) => {
    const line = toLine(view, act, versions)
    return line ? [{ line, version: versions.get(act.id)! }] : []
  })
}

/** What `/relations/<slug>/changes` shows, in at most five statements; null when there is no such relation. */
export async function getRevisions(
  actor: Actor,
  slug: string,
  filters: RevisionFilters,
  locale: Locale = defaultLocale,
): Promise<RevisionsPage | null> {
  assertMay(actor, 'read')
  const asked = await askedOf(actor, slug, filters, locale)
  if (!asked) return null
  const { view, head, since, until, counts, reachedBack } = asked
  const found = filters.what ? counts[filters.what] : total(counts)
  const pages = Math.max(1, Math.ceil(Math.min(found, most.file) / most.lines))
  const page = Math.min(filters.page ?? 1, pages)
  const offset = (page - 1) * most.lines
  const lines = found ? await linesOf(asked, filters, { offset, limit: most.lines }) : []
  const say = sayIn(locale)
  const first = head.firstAt && dayOf(head.firstAt)
  return {
    head: toHead(head, locale),
    days: toDays(lines.map(({ line }) => line)),
    counts: { added: counts.added, corrected: counts.corrected, withdrawn: counts.withdrawn },
    found,
    page,
    pages,
    shown: { first: offset + 1, last: offset + lines.length },
    since,
    until,
    reachedBack,
    themes: Theme.options.map((code) => ({ code, name: say(`themes.${code}`) })),
    knownText: knownLine(view.clock, locale, say),
    tooEarly: first !== null && until < first,
  }
}

/** The changes for a file or a feed, newest first, with the versions they made; null when there is no such relation. */
export async function listRevisions(
  actor: Actor,
  slug: string,
  filters: RevisionFilters,
  limit: number,
  locale: Locale = defaultLocale,
): Promise<{ name: string; lines: { line: RevisionLine; version: SheetVersion }[] } | null> {
  assertMay(actor, 'read')
  const asked = await askedOf(actor, slug, filters, locale)
  return asked && { name: asked.head.name, lines: await linesOf(asked, filters, { offset: 0, limit }) }
}
