import { withClocks } from '@/lib/http/address'
import type { Locale } from '@/lib/i18n/locales'
import { type Say, sayIn } from '@/lib/i18n/say'
import { quoteStates } from '@/lib/quantities/rules'
import { passageHref } from '@/lib/sources/passages/rules'
import { evidenceHref, figureText, formatDay, periodText } from '../points/rules'
import type { EntryPage, EvidenceView, RelationHead } from '../schema'
import type { Neighbour, SheetEvidence, SheetVersion } from './queries'

/** How many words of a quote's ends a browser needs to find it in a page (URL text fragments). */
const fragmentWords = 5

/** The address of a page with a text fragment that leads to the words; the address alone where there are none. */
export function deepUrl(url: string | null, quote: string | null): string | null {
  if (!url || !quote) return url
  const encode = (words: string[]) => encodeURIComponent(words.join(' ')).replace(/-/g, '%2D')
  const words = quote.split(/\s+/)
  const fragment =
    words.length > 2 * fragmentWords
      ? `${encode(words.slice(0, fragmentWords))},${encode(words.slice(-fragmentWords))}`
      : encode(words)
  return `${url.split('#')[0]}#:~:text=${fragment}`
}

/** Where the figure stands in its sentence. */
function markOf(version: SheetVersion, quote: string | null): [number, number] | null {
  if (quote === null || version.value === null || version.unit === null) return null
  const quantity = {
    value: version.value,
    valueTo: version.valueTo,
    unitMult: version.unitMult ?? 0,
    decimals: version.decimals ?? 0,
    qualifier: version.qualifier ?? 'exact',
  }
  const found = quoteStates(quote, quantity, version.unit, version.measure ?? 'level')
  return found.states ? found.at : null
}

function toEvidence(
  version: SheetVersion,
  e: SheetEvidence,
  sourceHref: string,
  say: Say,
  locale: Locale,
): EvidenceView {
  return {
    id: e.id,
    quote: e.quote,
    mark: markOf(version, e.quote),
    gradeText: say(`grade.${e.quote === null ? 'page' : e.startsAt === null ? 'quote' : 'anchored'}`),
    speaker: [e.speaker, e.speakerAs].filter(Boolean).join(', ') || null,
    saidText: e.saidOn ? say('said', { day: formatDay(e.saidOn, locale) }) : null,
    title: e.title,
    publisher: e.publisher,
    publishedText: e.publishedOn
      ? say('published', { day: formatDay(e.publishedOn, locale) })
      : say('readOn', { day: formatDay(e.accessedOn, locale) }),
    url: e.url,
    deepUrl: deepUrl(e.url, e.quote),
    sourceHref,
    locator: e.locator,
  }
}

/** What a version says in one line: the figure, or the title, or the step. */
export function claimText(
  v: Pick<
    SheetVersion,
    | 'title'
    | 'value'
    | 'valueTo'
    | 'unitMult'
    | 'decimals'
    | 'qualifier'
    | 'unit'
    | 'measure'
    | 'kind'
    | 'code'
    | 'ofTitle'
  >,
  say: Say,
  locale: Locale,
): string {
  if (v.value !== null) return figureText(v, locale, 'long')
  if (v.kind === 'stage' && v.code) return `${v.ofTitle ?? ''}: ${say(`steps.${v.code}`)}`
  return v.title ?? ''
}

/** Whose count a figure is, of which way, of what part. */
export function whoseText(
  v: { reporterName: string | null; originName: string | null; scope: string | null },
  say: Say,
): string {
  const whose = v.reporterName ? say('whose', { name: v.reporterName }) : say('nobody')
  const flow = v.originName ? `${say('exportsFrom', { name: v.originName })}: ${whose}` : whose
  return v.scope ? say('scoped', { series: flow, scope: v.scope }) : flow
}

function neighbourText(n: Neighbour, say: Say, locale: Locale): string {
  if (n.value !== null) return figureText(n, locale)
  if (n.kind === 'stage' && n.code) return [say(`steps.${n.code}`), n.note].filter(Boolean).join(': ')
  return n.title ?? ''
}

/** How many releases state it: a story that was carried, and a page that was changed, count once. Null for one source. */
function corroborationOf(evidence: readonly SheetEvidence[], say: Say): string | null {
  const sources = new Set(evidence.map((e) => e.sourceId)).size
  const releases = new Set(evidence.map((e) => e.release)).size
  if (sources < 2) return null
  return sources === releases ? say('independent', { sources }) : say('releases', { sources, releases })
}

/** The sheet behind a figure: newest version that stands for the clock, else the newest there is, said to be withdrawn. */
export function toEntryPage(
  head: RelationHead,
  rootId: number,
  versions: readonly SheetVersion[],
  neighbours: readonly Neighbour[],
  clocks: { known: string | null; edition: string | null },
  origin: string,
  locale: Locale,
): EntryPage {
  const say = sayIn(locale)
  const shown = versions.find((v) => v.stands) ?? versions[0]!
  const period = shown.starts || shown.ends || shown.words ? periodText(shown, locale) : ''
  const base =
    shown.baseStarts || shown.baseWords
      ? say('base', {
          base: periodText({ starts: shown.baseStarts, ends: shown.baseEnds, words: shown.baseWords }, locale),
        })
      : null
  const text = claimText(shown, say, locale)
  const evidence = shown.evidence.map((e) => toEvidence(shown, e, passageHref(e, rootId, clocks), say, locale))
  const permalink = `${origin}${evidenceHref(head.slug, rootId, clocks)}`
  const first = shown.evidence[0]
  const figures = neighbours.filter((n) => n.value !== null && n.kind === 'observation' && n.entry !== shown.ofId)
  return {
    head,
    entry: rootId,
    kind: shown.kind,
    kindText:
      shown.codeName && shown.kind !== 'stage'
        ? `${say(`kinds.${shown.kind}`)} · ${shown.codeName}`
        : say(`kinds.${shown.kind}`),
    version: shown.version,
    title: shown.indicatorName ?? shown.ofTitle ?? shown.title ?? '',
    text,
    period: [period, base].filter(Boolean).join(', '),
    whose:
      shown.value === null
        ? null
        : [whoseText(shown, say), shown.basis && say(`basis.${shown.basis}`)].filter(Boolean).join(' · '),
    statusText: shown.obsStatus && shown.obsStatus !== 'A' ? say(`obsStatus.${shown.obsStatus}`) : null,
    note: shown.note,
    withdrawn: versions[0]!.retiredAt ? versions[0]!.retiredReason : null,
    evidence,
    corroboration: corroborationOf(shown.evidence, say),
    others: figures.map((n) => ({
      entry: n.entry,
      href: evidenceHref(head.slug, n.entry, clocks),
      text: figureText(n, locale),
      whose: whoseText(n, say),
      source: n.publisher
        ? n.publishedOn
          ? say('dated', { publisher: n.publisher, day: formatDay(n.publishedOn, locale) })
          : say('undatedSource', { publisher: n.publisher })
        : '',
    })),
    related: neighbours
      .filter((n) => !figures.includes(n))
      .map((n) => ({
        entry: n.entry,
        href: evidenceHref(head.slug, n.entry, clocks),
        text: neighbourText(n, say, locale),
        on: n.starts || n.ends || n.words ? periodText(n, locale) : '',
      })),
    versions: versions.map((v) => ({
      version: v.version,
      at: formatDay(v.publishedAt.toISOString().slice(0, 10), locale),
      text: claimText(v, say, locale),
      why: v.changeReason,
      current: v === shown,
    })),
    parties: [...shown.parties, ...(shown.place ? [{ name: shown.place, role: 'place' }] : [])],
    citation: first
      ? say('citation', {
          text,
          period,
          publisher: first.publisher,
          title: first.title,
          day: evidence[0]!.publishedText,
          entry: rootId,
          version: shown.version,
          link: permalink,
        })
      : '',
    permalink,
    indicatorHref: shown.indicator ? withClocks(`/relations/${head.slug}/indicators/${shown.indicator}`, clocks) : null,
  }
}
