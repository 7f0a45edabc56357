import { evidenceHref, figureText, formatDay, periodText } from '@/lib/dashboards/points/rules'
import { whoseText } from '@/lib/dashboards/sheets/rules'
import type { Locale } from '@/lib/i18n/locales'
import { sayIn } from '@/lib/i18n/say'
import { translator } from '@/lib/i18n/translate'
import { toHighlighted } from '@/lib/library/rules'
import { marks, type SourceLine } from '@/lib/library/schema'
import type { FoundEntry } from '../entries/queries'
import type { FoundIndicator } from '../figures/queries'
import type { FoundName } from '../names/queries'
import type { FoundRow, Hit, Suggestion } from '../schema'

type Clocks = { known: string | null; edition: string | null }

/** Settings as a query with its question mark; empty where none is set. */
export function queryOf(settings: Record<string, string | number | null | undefined>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(settings)) if (value) query.set(name, String(value))
  return query.size ? `?${query}` : ''
}

const clocksOf = ({ known, edition }: Clocks) => ({ known, edition })
const highlighted = (text: string) => toHighlighted(text, marks)
/** The text without the marks in it. */
export const unmarked = (text: string): string => text.replaceAll(marks.start, '').replaceAll(marks.stop, '')

export function relationHit(n: FoundName, clocks: Clocks, locale: Locale): Hit {
  return {
    key: n.slug,
    href: `/relations/${n.slug}${queryOf(clocksOf(clocks))}`,
    kindText: translator(locale, 'search')('kinds.relation'),
    title: highlighted(n.name),
    text: '',
    facts: [],
    quote: n.alias === null ? null : highlighted(n.alias),
    links: [],
  }
}

/** Somebody or something: leads to all in which it takes part, further to its relations and to what it published. */
export function nameHit(n: FoundName, clocks: Clocks, locale: Locale): Hit {
  const t = translator(locale, 'search')
  const query = clocksOf(clocks)
  return {
    key: n.slug,
    href: `/search${queryOf({ of: n.slug, ...query })}`,
    kindText: t(`kinds.${n.kind as 'person'}`),
    title: highlighted(n.name),
    text: '',
    facts: [],
    quote: n.alias === null ? null : highlighted(n.alias),
    links: [
      ...n.relations.map((r) => ({ href: `/relations/${r.slug}${queryOf(query)}`, text: r.name })),
      ...(n.publishes ? [{ href: `/sources${queryOf({ publisher: n.slug, ...query })}`, text: t('itsSources') }] : []),
    ],
  }
}

export function indicatorHit(i: FoundIndicator, clocks: Clocks, locale: Locale): Hit {
  const say = sayIn(locale)
  return {
    key: `${i.relation} ${i.code}`,
    href: `/relations/${i.relation}/indicators/${i.code}${queryOf(clocksOf(clocks))}`,
    kindText: translator(locale, 'search')('kinds.indicator'),
    title: highlighted(i.name),
    text: '',
    facts: [i.relationName, say(`themes.${i.theme}`), say(`units.${i.unit}`)],
    quote: null,
    links: [],
  }
}

export function entryHit(e: FoundEntry, clocks: Clocks, locale: Locale): Hit {
  const say = sayIn(locale)
  const kind = say(`kinds.${e.kind}`)
  const period = e.starts || e.ends || e.words ? periodText(e, locale) : ''
  const source =
    e.publisher &&
    (e.publishedOn
      ? say('dated', { publisher: e.publisher, day: formatDay(e.publishedOn, locale) })
      : say('undatedSource', { publisher: e.publisher }))
  const step = e.kind === 'stage' && e.code ? `${e.ofTitle ?? ''}: ${say(`steps.${e.code}`)}` : null
  return {
    key: String(e.entry),
    href: e.relation && evidenceHref(e.relation, e.entry, clocks),
    kindText: e.codeName && e.kind !== 'stage' ? `${kind} · ${e.codeName}` : kind,
    title: highlighted(step ?? e.title ?? ''),
    text: figureText(e, locale),
    facts: [period, unmarked(e.about), e.value === null ? '' : whoseText(e, say), source ?? ''].filter(Boolean),
    quote: e.quote === null ? null : highlighted(e.quote),
    links: [],
  }
}

/** An entry as a row of a file. */
export function entryRow(e: FoundEntry, locale: Locale): FoundRow {
  const { quote, ...hit } = entryHit(e, { known: null, edition: null }, locale)
  return {
    kind: e.kind,
    what: hit.title.join(''),
    figure: hit.text,
    period: e.starts || e.ends || e.words ? periodText(e, locale) : '',
    start: e.starts,
    end: e.ends,
    about: unmarked(e.about),
    reporter: e.reporterName,
    sourceTitle: e.sourceTitle,
    publisher: e.publisher,
    date: e.publishedOn,
    url: e.url,
    quote: quote?.join('') ?? null,
    entry: e.entry,
    version: e.version,
  }
}

export function sourceHit(s: SourceLine, locale: Locale): Hit {
  return {
    key: String(s.id),
    href: s.href,
    kindText: translator(locale, 'search')('kinds.source'),
    title: s.title,
    text: '',
    facts: [s.publisher, s.publishedText, s.language],
    quote: s.snippets[0] ?? null,
    links: [],
  }
}

/** What is offered while somebody types: one line, without marks. */
export function toSuggestion(group: Suggestion['group'], hit: Hit): Suggestion {
  return {
    group,
    href: hit.href ?? '',
    title: hit.title.join(''),
    note: [hit.kindText, hit.facts[0]].filter(Boolean).join(' · '),
  }
}
