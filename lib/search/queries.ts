import { type Actor, assertMay } from '@/lib/auth/actor'
import { clockOf } from '@/lib/entries/queries'
import { EntryKind } from '@/lib/entries/schema'
import { defaultLocale, type Locale } from '@/lib/i18n/locales'
import { toLibrary } from '@/lib/library/rules'
import { LibraryFilters, marks } from '@/lib/library/schema'
import { listFound } from '@/lib/library/search/queries'
import { listEntriesFound } from './entries/queries'
import { listIndicatorsFound } from './figures/queries'
import { entryHit, entryRow, indicatorHit, nameHit, relationHit, sourceHit, toSuggestion } from './hits/rules'
import { type FoundName, findName, listNames, type Page } from './names/queries'
import { toQueries, toSpelled, toWanted } from './rules'
import {
  type Found,
  type FoundRow,
  type Group,
  mostFound,
  mostPages,
  type SearchFilters,
  type SearchPage,
  type Suggestion,
} from './schema'
import { listLikeWords } from './words/queries'

/** Hits of a group on a page of all, and on a page of its own. */
const perPage = { all: 5, entries: 10, alone: mostFound / mostPages }
const suggested = 4

const parted = (names: readonly FoundName[]) =>
  [names.filter((n) => n.kind === 'relation'), names.filter((n) => n.kind !== 'relation')] as const

/** What a search asks for, and the statements' words for it. */
async function askedOf(actor: Actor, filters: SearchFilters) {
  const clock = clockOf(filters)
  const wanted = toWanted(filters.q ?? '')
  const [like, of] = await Promise.all([
    listLikeWords(actor, wanted.words),
    filters.of === null ? null : findName(actor, filters.of, clock),
  ])
  const asked = { queries: toQueries(wanted.words, like), clock }
  const kind = EntryKind.safeParse(filters.kind).data ?? null
  // A name that nobody has takes part in nothing.
  const entries = (page: Page) =>
    filters.of === null || of
      ? listEntriesFound(actor, { ...asked, ...wanted, kind, of: of?.id ?? null }, page)
      : Promise.resolve([])
  return { clock, wanted, like, of, asked, kind, entries }
}

/** What `/search` shows, in at most five statements. */
export async function getSearch(
  actor: Actor,
  filters: SearchFilters,
  locale: Locale = defaultLocale,
): Promise<SearchPage> {
  assertMay(actor, 'read')
  const { clock, wanted, like, of, asked, kind: entryKind, entries: listEntries } = await askedOf(actor, filters)
  const alone: Group | null = entryKind ? 'entry' : (filters.kind as Group | null)
  const offset = ((filters.page ?? 1) - 1) * perPage.alone
  const page = (group: Group) =>
    group === alone
      ? { limit: perPage.alone, offset }
      : { limit: group === 'entry' ? perPage.entries : perPage.all, offset: 0 }
  // Somebody's entries are asked for: nothing else is.
  const all = filters.of === null
  // A year narrows figures by their period; an article on them rarely has it in its title.
  const spelled = [toSpelled(wanted.words, like), ...wanted.digits, ...(wanted.words.length ? [] : wanted.years)]
    .join(' ')
    .trim()
  const [named, indicators, entries, sources] = await Promise.all([
    all ? listNames(actor, asked, { relation: page('relation'), entity: page('entity') }) : [],
    all && asked.queries.length ? listIndicatorsFound(actor, asked, page('indicator')) : [],
    listEntries(page('entry')),
    all && spelled
      ? listFound(
          actor,
          { ...LibraryFilters.parse({}), q: spelled },
          clock,
          page('source').limit + page('source').offset,
        )
      : [],
  ])
  const [relations, names] = parted(named)
  const { limit, offset: first } = page('source')
  const library = toLibrary(
    sources,
    { all: 0, publishers: [], languages: [], relations: [], asks: true },
    first + limit,
    marks,
    { ...LibraryFilters.parse({}), known: filters.known, edition: filters.edition },
    locale,
  )
  const groupOf = (group: Group, hits: Found['hits'], rows: readonly { found: number }[]): Found => {
    const count = Math.min(rows[0]?.found ?? 0, mostFound)
    return { group, hits, count, more: count > page(group).offset + hits.length }
  }
  const found = [
    groupOf(
      'relation',
      relations.map((r) => relationHit(r, filters, locale)),
      relations,
    ),
    groupOf(
      'indicator',
      indicators.map((i) => indicatorHit(i, filters, locale)),
      indicators,
    ),
    groupOf(
      'entry',
      entries.map((e) => entryHit(e, filters, locale)),
      entries,
    ),
    groupOf(
      'source',
      library.lines.slice(first).map((s) => sourceHit(s, locale)),
      sources,
    ),
    groupOf(
      'entity',
      names.map((n) => nameHit(n, filters, locale)),
      names,
    ),
  ] // prettier-ignore
  const own = found.find((f) => f.group === alone)
  return {
    found,
    kinds: (entries[0]?.kinds ?? []).map((k) => ({ ...k, count: Math.min(k.count, mostFound) })),
    of: of?.name ?? null,
    nothingAsked: !wanted.words.length && !wanted.years.length && !wanted.values.length && filters.of === null,
    next: own?.more && (filters.page ?? 1) < mostPages ? (filters.page ?? 1) + 1 : null,
  }
}

/** The figures, promises and events that a search finds, for a file: all that are counted, in at most three statements. */
export async function listFoundRows(
  actor: Actor,
  filters: SearchFilters,
  locale: Locale = defaultLocale,
): Promise<FoundRow[]> {
  assertMay(actor, 'read')
  const { entries } = await askedOf(actor, filters)
  return (await entries({ limit: mostFound, offset: 0 })).map((e) => entryRow(e, locale))
}

/** What there is to look at, for a page on which nothing was asked yet: indicators of relations, in one statement. */
export async function listStarts(actor: Actor, locale: Locale = defaultLocale): Promise<Found['hits']> {
  assertMay(actor, 'read')
  const clocks = { known: null, edition: null }
  const asked = { queries: [], clock: clockOf(clocks) }
  const indicators = await listIndicatorsFound(actor, asked, { limit: perPage.alone, offset: 0 })
  return indicators.map((i) => indicatorHit(i, clocks, locale))
}

/** What to offer while somebody types: relations, indicators and names, in at most three statements. */
export async function listSuggestions(actor: Actor, q: string, locale: Locale = defaultLocale): Promise<Suggestion[]> {
  assertMay(actor, 'read')
  const clocks = { known: null, edition: null }
  const { words } = toWanted(q)
  if (!words.length) return []
  const asked = { queries: toQueries(words, await listLikeWords(actor, words)), clock: clockOf(clocks) }
  const page = { limit: suggested, offset: 0 }
  const [named, indicators] = await Promise.all([
    listNames(actor, asked, { relation: page, entity: page }),
    listIndicatorsFound(actor, asked, page),
  ])
  const [relations, names] = parted(named)
  return [
    ...relations.map((r) => toSuggestion('relation', relationHit(r, clocks, locale))),
    ...indicators.map((i) => toSuggestion('indicator', indicatorHit(i, clocks, locale))),
    ...names.map((n) => toSuggestion('entity', nameHit(n, clocks, locale))),
  ]
}
