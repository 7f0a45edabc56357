import type { EntityKind } from '@/lib/entities/schema'
import type { Candidate, Family } from '@/lib/extraction/schema'
import { unitFault } from '@/lib/indicators/rules'
import type { Measure } from '@/lib/indicators/schema'

/** A line that is stored already. */
export type Line = { indicator: string; about: string; measure: Measure; unit: string; figures: number }
type Indicator = { code: string; name: string; definition: string; theme: string; unit: string }
export type Known = {
  indicators: readonly Indicator[]
  lines: readonly Line[]
  relation: { slug: string; members: readonly string[] } | null
  kindOf: (slug: string) => EntityKind | null
  /** Entities that the sentence names. */
  named: readonly string[]
}
export type Chosen = { indicator: string | null; about: string | null; measure: Measure }

const families: Record<Exclude<Family, 'other'>, { theme: string; words: string[]; about: EntityKind[] }> = {
  'trade.turnover': { theme: 'trade', words: ['turnover', 'trade'], about: ['relation', 'group'] },
  'trade.exports': { theme: 'trade', words: ['export', 'origin'], about: ['relation', 'group'] },
  'trade.imports': { theme: 'trade', words: ['export', 'import', 'origin'], about: ['relation', 'group'] },
  transport: { theme: 'transport', words: ['cargo', 'transport'], about: ['corridor', 'place', 'relation'] },
  economy: { theme: 'economy', words: ['gross', 'domestic', 'product', 'gdp'], about: ['country'] },
  investment: { theme: 'investment', words: ['investment'], about: ['relation', 'country'] },
  documents: { theme: 'political', words: ['document', 'sign'], about: ['relation', 'group'] },
}
/** The theme that a family of figures belongs to; null where it says nothing. */
export const themeOf = (family: Family): string | null => (family === 'other' ? null : families[family].theme)

const stem = (word: string) => word.replace(/(?:ments?|ings?|ed|es|s)$/, '')
const wordsOf = (text: string) =>
  new Set(
    (text.toLowerCase().match(/\p{L}{3,}/gu) ?? []).map(stem).filter((word) => word.length > 2 && !empty.has(word)),
  )
const empty = new Set([
  'the',
  'and',
  'between',
  'two',
  'countri',
  'country',
  'with',
  'from',
  'for',
  'that',
  'other',
  'this',
  'year',
])

/** Times and percent say how a level moved, unless the indicator is itself counted in them. */
const measureOf = (record: Pick<Candidate, 'kind' | 'rule'>, unit: string, indicatorUnit: string): Measure =>
  record.kind === 'growth' ||
  record.kind === 'multiple' ||
  ((unit === 'TIMES' || unit === 'PCT') && unit !== indicatorUnit && record.kind === 'target')
    ? 'change'
    : 'level'

/**
 * Which line a figure most likely belongs to: by what the sentence talks of, the unit it is counted in, whom it names,
 * and the lines that are there. Nothing is chosen where nothing speaks for it. Pure.
 */
export function chooseLine(record: Candidate, unit: string, known: Known): Chosen {
  const family = record.family === 'other' ? null : families[record.family]
  const said = wordsOf(record.quote)
  const wished = new Set((family?.words ?? []).map(stem))
  let best: { indicator: Indicator; about: string | null; score: number } | null = null
  for (const indicator of known.indicators) {
    const measure = measureOf(record, unit, indicator.unit)
    if (unitFault(indicator.unit, measure, unit)) continue
    const name = wordsOf(`${indicator.name} ${indicator.code.replaceAll('-', ' ')}`)
    const definition = wordsOf(indicator.definition)
    let score = family ? (family.theme === indicator.theme ? 3 : -3) : 0
    for (const word of said) score += name.has(word) ? 2 : definition.has(word) ? 0.5 : 0
    for (const word of wished) score += name.has(word) ? 2 : 0
    const about = chooseAbout(indicator.code, family?.about ?? [], known)
    if (about.lines) score += 1
    if (score >= 2 && (!best || score > best.score)) best = { indicator, about: about.slug, score }
  }
  const about = best ? best.about : chooseAbout(null, family?.about ?? [], known).slug
  return {
    indicator: best?.indicator.code ?? null,
    about,
    measure: measureOf(record, unit, best?.indicator.unit ?? ''),
  }
}

function chooseAbout(indicator: string | null, fitting: readonly EntityKind[], known: Known) {
  const { relation, named } = known
  const both = relation?.members.every((m) => named.includes(m)) ?? false
  const possible = [...new Set([...(relation ? [relation.slug] : []), ...named])]
  let best: { slug: string; score: number; lines: boolean } | null = null
  for (const slug of possible) {
    const kind = known.kindOf(slug)
    const lines = known.lines.some((line) => line.indicator === indicator && line.about === slug)
    const isNamed = named.includes(slug) || (slug === relation?.slug && (both || named.length === 0))
    const fits = !fitting.length || (kind !== null && fitting.includes(kind))
    const score = (lines ? 2 : 0) + (isNamed ? 2 : 0) + (fits ? 2 - fitting.indexOf(kind!) * 0.2 : -2)
    if (!best || score > best.score) best = { slug, score, lines }
  }
  return { slug: best && best.score > 0 ? best.slug : null, lines: best?.lines ?? false }
}
