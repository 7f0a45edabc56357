import { evidenceHref, formatDay, periodText } from '@/lib/dashboards/points/rules'
import { claimText, deepUrl, whoseText } from '@/lib/dashboards/sheets/rules'
import type { Locale } from '@/lib/i18n/locales'
import { sayIn } from '@/lib/i18n/say'
import { translator } from '@/lib/i18n/translate'
import { placeAnchor } from '@/lib/sources/passages/rules'
import { headlineDoubts } from './doubts/rules'
import { numberPlaces, type Span, toExcerpts, toMarks, toSegments } from './marks/rules'
import type { LevelRecord, LinkedSource, RestRecord, SourceRecord } from './reading/queries'
import type { Highlighted, Library, LibraryFilters, Passage, Rest, SourceLine, SourceLink, SourcePage } from './schema'
import type { Facets, FoundSource } from './search/queries'

type Clocks = { known: string | null; edition: string | null }

/** The query of a page's clocks, with its question mark; empty when both are now. */
function clockQuery({ known, edition }: Clocks): string {
  const query = new URLSearchParams()
  if (known) query.set('known', known)
  if (edition) query.set('edition', edition)
  return query.size ? `?${query}` : ''
}

const dated = (s: { publishedOn: string | null; accessedOn: string }, locale: Locale) => {
  const say = sayIn(locale)
  return s.publishedOn
    ? say('published', { day: formatDay(s.publishedOn, locale) })
    : say('readOn', { day: formatDay(s.accessedOn, locale) })
}

/**
 * Text with marks around what was found, in pieces: every second one was found. A mark that is missing or out of order
 * marks nothing.
 */
export function toHighlighted(text: string, marks: { start: string; stop: string }): Highlighted {
  const pieces: string[] = ['']
  for (const part of text.split(new RegExp(`([${marks.start}${marks.stop}])`))) {
    const inside = pieces.length % 2 === 0
    if (part === marks.start || part === marks.stop) {
      if ((part === marks.start) !== inside) pieces.push('')
    } else pieces[pieces.length - 1] += part
  }
  return pieces
}

const languageName = (code: string, locale: Locale) =>
  new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code

/** A page of the library; `found` holds one row more than `limit` when there is a next page. */
export function toLibrary(
  found: readonly FoundSource[],
  facets: Facets,
  limit: number,
  marks: { start: string; stop: string },
  filters: LibraryFilters,
  locale: Locale,
): Library {
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const query = clockQuery(filters)
  return {
    lines: page.map((s): SourceLine => {
      const snippets = s.snippets.map((text) => toHighlighted(text, marks)).filter((pieces) => pieces.length > 1)
      return {
        id: s.id,
        href: `/sources/${s.id}${query}`,
        title: toHighlighted(s.title, marks),
        publisher: s.publisher,
        publishedText: dated(s, locale),
        language: languageName(s.language, locale),
        stored: s.stored,
        snippets,
        counts: s.counts as SourceLine['counts'],
      }
    }),
    found: found[0]?.found ?? 0,
    all: facets.all,
    publishers: facets.publishers,
    languages: facets.languages.map((l) => ({ ...l, label: languageName(l.value, locale) })),
    relations: facets.relations.map((r) => ({ ...r, count: null })),
    next: found.length > limit && last ? `${last.order}_${last.id}` : null,
    nothingAsked: !facets.asks,
  }
}

function toRest(r: RestRecord, clocks: Clocks, locale: Locale): Rest {
  const say = sayIn(locale)
  const period = r.starts || r.ends || r.words ? periodText(r, locale) : ''
  const text = claimText({ ...r, ofTitle: r.ofTitle }, say, locale)
  const what = r.value !== null ? (r.title ?? '') : text
  return {
    entry: r.entry,
    kind: r.kind,
    kindText: r.codeName && r.kind !== 'stage' ? `${say(`kinds.${r.kind}`)} · ${r.codeName}` : say(`kinds.${r.kind}`),
    what: [what, period].filter(Boolean).join(', '),
    text: r.value !== null ? text : '',
    about: r.about,
    whose: r.value !== null ? whoseText(r, say) : '',
    href: r.relation && evidenceHref(r.relation, r.entry, clocks),
    speaker: [r.speaker, r.speakerAs].filter(Boolean).join(', ') || null,
    locator: r.locator,
  }
}

/** Where a quote stands in the stored text; null where that is not known or other words stand there. */
const placeOf = (text: string | null, r: RestRecord) =>
  text !== null && r.quote !== null && r.startsAt !== null && text.startsWith(r.quote, r.startsAt)
    ? { from: r.startsAt, to: r.startsAt + r.quote.length }
    : null

const counted = <T extends { kind: Rest['kind']; entry: number }>(rests: readonly T[]): SourcePage['counts'] => {
  const entries = new Map(rests.map((r) => [r.entry, r.kind]))
  const counts = new Map<Rest['kind'], number>()
  for (const kind of entries.values()) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count)
}

/** Passages in the order of the text, each with all that rests on it; then quotes without a place, then pages without words. */
function toPassages(
  source: SourceRecord,
  records: readonly RestRecord[],
  spans: readonly Span[],
  clocks: Clocks,
  locale: Locale,
): Passage[] {
  const passages = new Map<string, Passage>()
  for (const record of records) {
    const place = placeOf(source.text, record)
    const span = place && spans.find((s) => s.from === place.from && s.to === place.to)
    const key = span ? String(span.number) : `- ${record.quote ?? ''}`
    const passage = passages.get(key) ?? {
      number: span?.number ?? null,
      anchor: span ? placeAnchor(span.from, span.to) : null,
      id: span ? `rests-${span.number}` : `rests-of-${record.entry}`,
      quote: record.quote,
      deepUrl: deepUrl(source.url, record.quote),
      rests: [],
    }
    if (!passage.rests.some((r) => r.entry === record.entry)) passage.rests.push(toRest(record, clocks, locale))
    passages.set(key, passage)
  }
  const place = (p: Passage) => p.number ?? (p.quote === null ? Number.MAX_SAFE_INTEGER : Number.MAX_SAFE_INTEGER - 1)
  return [...passages.values()].sort((a, b) => place(a) - place(b))
}

/** A source as it is read: its text or what of it may be shown, and what rests on which words. */
export function toSourcePage(
  source: SourceRecord,
  records: readonly RestRecord[],
  levels: readonly LevelRecord[],
  clocks: Clocks,
  origin: string,
  limit: number,
  locale: Locale,
): SourcePage {
  const { text } = source
  const shown = records.slice(0, limit)
  const spans = numberPlaces(shown.map((r) => placeOf(text, r)).filter((place) => place !== null))
  const whole = text !== null && source.readable
  const excerpts =
    text === null ? [] : whole ? [{ text, spans, startsText: true, endsText: true }] : toExcerpts(text, spans)
  const query = clockQuery(clocks)
  const link = (s: LinkedSource): SourceLink => ({
    id: s.id,
    href: `/sources/${s.id}${query}`,
    title: s.title,
    publisher: s.publisher,
    dayText: dated(s, locale),
  })
  const say = sayIn(locale)
  const permalink = `${origin}/sources/${source.id}${query}`
  const publishedText = dated(source, locale)
  const publishedDay = source.publishedOn && formatDay(source.publishedOn, locale)
  return {
    id: source.id,
    title: source.title,
    publisher: source.publisher,
    byline: source.byline,
    language: languageName(source.language, locale),
    languageCode: source.language,
    url: source.url,
    publishedText,
    publishedDay,
    accessedText: formatDay(source.accessedOn, locale),
    showing: whole ? 'whole' : excerpts.length ? 'excerpts' : 'quotes',
    pieces: excerpts.map((e) => ({
      marks: toMarks(toSegments(e.text, e.spans)),
      startsText: e.startsText,
      endsText: e.endsText,
    })),
    anchors: Object.fromEntries(spans.map((s) => [s.number, placeAnchor(s.from, s.to)])),
    passages: toPassages(source, shown, spans, clocks, locale),
    counts: counted(shown),
    older: source.older.map(link),
    newer: source.newer.map(link),
    carriedFrom: source.carriedFrom && link(source.carriedFrom),
    carriedBy: source.carriedBy.map(link),
    doubts: headlineDoubts(shown, levels, clocks, locale),
    // Whoever is not named and what has no address is left out, with the comma before it.
    citation: translator(locale, 'sources')('citation', {
      byline: source.byline ?? '',
      title: source.title,
      publisher: source.publisher,
      day: publishedDay ?? say('undatedPage'),
      url: source.url ?? '',
      read: formatDay(source.accessedOn, locale),
    })
      .replace(/^, /, '')
      .replace(/, +\(/, ' ('),
    permalink,
    more: records.length > limit,
  }
}
