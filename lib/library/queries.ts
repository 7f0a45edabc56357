import { type Actor, assertMay } from '@/lib/auth/actor'
import { clockOf } from '@/lib/entries/queries'
import { defaultLocale, type Locale } from '@/lib/i18n/locales'
import { findSource, listLevels, listRests } from './reading/queries'
import { toLibrary, toSourcePage } from './rules'
import { type Library, type LibraryFilters, marks, type SourcePage } from './schema'
import { listFacets, listFound } from './search/queries'

/** Sources on a page of the library, and pieces of evidence on the page of a source. */
const most = { sources: 25, rests: 500 }

/** What `/sources` shows, in two statements. */
export async function getLibrary(
  actor: Actor,
  filters: LibraryFilters,
  locale: Locale = defaultLocale,
): Promise<Library> {
  assertMay(actor, 'read')
  const clock = clockOf(filters)
  const [found, facets] = await Promise.all([
    listFound(actor, filters, clock, most.sources),
    listFacets(actor, filters.q, clock),
  ])
  return toLibrary(found, facets, most.sources, marks, filters, locale)
}

/** What `/sources/<id>` shows, in at most three statements; null where this actor is shown no such source. */
export async function getSourcePage(
  actor: Actor,
  id: number,
  clocks: { known: string | null; edition: string | null },
  locale: Locale = defaultLocale,
): Promise<SourcePage | null> {
  assertMay(actor, 'read')
  if (!(id > 0 && id <= 2_147_483_647)) return null
  const clock = clockOf(clocks)
  const [source, rests] = await Promise.all([findSource(actor, id, clock), listRests(actor, id, clock, most.rests + 1)])
  if (!source) return null
  const growth = [...new Set(rests.filter((r) => r.measure === 'change').map((r) => r.seriesId!))]
  const levels = growth.length ? await listLevels(actor, growth, clock) : []
  return toSourcePage(source, rests, levels, clocks, process.env.ENTENTE_URL ?? '', most.rests, locale)
}
