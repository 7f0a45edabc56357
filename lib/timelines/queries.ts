import { type Actor, assertMay } from '@/lib/auth/actor'
import type { HeadRecord } from '@/lib/dashboards/heads/queries'
import { toHead } from '@/lib/dashboards/heads/rules'
import { knownLine } from '@/lib/dashboards/pictures/rules'
import { listMovers } from '@/lib/dashboards/points/queries'
import { headOf, kept, type View, viewOf } from '@/lib/dashboards/standing/queries'
import { defaultLocale, type Locale } from '@/lib/i18n/locales'
import { sayIn } from '@/lib/i18n/say'
import { listMoments } from './moments/queries'
import { chooseMoments, isPlaced, type Moment, ofKind, toMoments } from './moments/rules'
import { toMoves } from './moves/rules'
import { toLine, toYears } from './rules'
import { leastMove, type TimelineFilters, type TimelinePage } from './schema'
import { countKinds, toStrip } from './strip/rules'

/** What is read at once, and how many lines stand on a page: neither grows with history. */
const most = { said: 1500, moves: 400, lines: 50, undated: 40, types: 16 }

type Days = { from: string | null; to: string | null }
/** `cutAt`: the day before which not everything was read; null where all was. */
type Read = { moments: readonly Moment[]; cutAt: string | null }

async function readMoments(view: View, { scope }: HeadRecord, least: number, days: Days): Promise<Read> {
  const { actor, clock } = view
  const [said, movers] = await Promise.all([
    listMoments(actor, { scope, clock, ...days, limit: most.said }),
    listMovers(actor, { scope, clock, ...days, least, limit: most.moves }),
  ])
  const moves = toMoves(movers, least)
  const periods = new Set(movers.filter((p) => p.now).map((p) => `${p.seriesId} ${p.starts} ${p.ends}`))
  const oldest = [
    said.length < most.said ? null : said.at(-1)!.day,
    periods.size < most.moves
      ? null
      : movers.reduce((day, p) => (p.now && p.ends! < day ? p.ends! : day), '9999-12-31'),
  ].filter((day) => day !== null)
  return { moments: toMoments(said, moves), cutAt: oldest.sort().at(-1) ?? null }
}

/** Everything on the line, and what of it lies in the days asked for: read for itself where it was cut off. */
async function momentsOf(view: View, head: HeadRecord, least: number, { from, to }: Days) {
  const all = await kept(
    view,
    `moments ${least}`,
    () => readMoments(view, head, least, { from: null, to: null }),
    ({ moments }) => moments.length,
  )
  const reaches = all.cutAt === null || (from !== null && from >= all.cutAt)
  return { all, within: reaches ? all : await readMoments(view, head, least, { from, to }) }
}

/** The relation's moments that fit the filters, newest first; null when there is no such relation. */
async function chosen(view: View, filters: TimelineFilters) {
  const head = await headOf(view)
  if (!head) return null
  const least = filters.move ?? leastMove
  const { all, within } = await momentsOf(view, head, least, filters)
  const fitting = chooseMoments(within.moments.filter(isPlaced), filters)
  const everywhere = { ...filters, from: null, to: null }
  const undated = (filters.from ?? filters.to) ? [] : within.moments.filter((m) => !isPlaced(m))
  return {
    ...{ head, least, all, fitting, everywhere },
    placed: all.moments.filter(isPlaced),
    lines: ofKind(fitting, filters.kind),
    undated: ofKind(chooseMoments(undated, everywhere), filters.kind),
  }
}

/** What `/relations/<slug>/timeline` shows, in at most five statements; null when there is no such relation. */
export async function getTimeline(
  actor: Actor,
  slug: string,
  filters: TimelineFilters,
  locale: Locale = defaultLocale,
): Promise<TimelinePage | null> {
  assertMay(actor, 'read')
  const view = viewOf(actor, slug, filters, locale)
  const found = await chosen(view, filters)
  if (!found) return null
  const { head, least, all, fitting, everywhere, placed, lines, undated } = found
  const [say, words] = [sayIn(locale, 'timelines'), sayIn(locale)]
  const pages = Math.max(1, Math.ceil(lines.length / most.lines))
  const page = Math.min(filters.page ?? 1, pages)
  const first = (page - 1) * most.lines
  const shown = lines.slice(first, first + most.lines)
  const types = shown.flatMap(({ said }) => (said?.kind === 'event' ? [[said.code!, said.codeName!] as const] : []))
  const themes = new Set(all.moments.map((m) => m.theme))
  const reporters = all.moments.flatMap(({ moved }) =>
    moved?.current.reporter ? [[moved.current.reporter, moved.current.reporterName!] as const] : [],
  )
  const named = (pairs: readonly (readonly [string, string])[]) =>
    [...new Map(pairs)].sort(([, a], [, b]) => a.localeCompare(b, locale))
  return {
    head: toHead(head, locale),
    strip: toStrip(chooseMoments(placed, everywhere), filters, locale, say),
    years: toYears(
      shown.map((m) => toLine(m, view)),
      locale,
    ),
    undated: undated.slice(0, most.undated).map((m) => toLine(m, view)),
    counts: countKinds(fitting),
    found: lines.length,
    page,
    pages,
    shown: { first: first + 1, last: first + shown.length },
    themes: [...themes].map((code) => ({ code, name: words(`themes.${code}`) })),
    reporters: named(reporters).map(([slug, name]) => ({ slug, name })),
    types: named(types)
      .slice(0, most.types)
      .map(([code, name]) => ({ code, name })),
    least,
    cutAt: all.cutAt,
    knownText: knownLine(view.clock, locale, words),
    empty: all.moments.length === 0,
  }
}

/** All lines that fit the filters, with their records, for a file; null when there is no such relation. */
export async function listTimeline(
  actor: Actor,
  slug: string,
  filters: TimelineFilters,
  locale: Locale = defaultLocale,
) {
  assertMay(actor, 'read')
  const view = viewOf(actor, slug, filters, locale)
  const found = await chosen(view, filters)
  return found && [...found.lines, ...found.undated].map((moment) => ({ moment, line: toLine(moment, view) }))
}
