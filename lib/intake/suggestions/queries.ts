import { type Actor, assertMay } from '@/lib/auth/actor'
import { findEntities, listEntities } from '@/lib/entities/queries'
import { entityNames } from '@/lib/entities/rules'
import { entityTexts, toEntryInput } from '@/lib/entries/forms/rules'
import type { EntryInput } from '@/lib/entries/schema'
import type { Fault } from '@/lib/errors/refusal'
import type { Candidate } from '@/lib/extraction/schema'
import { listIndicators, listSeries } from '@/lib/indicators/queries'
import { sourceText } from '@/lib/sources/rules'
import { type Misfit, misfitsIn } from '../arithmetic/rules'
import { listComparable } from '../standing/queries'
import { type Claim, type Standing, standingOf } from '../standing/rules'
import { type Suggestion, suggest, type World, wordsOf } from './rules'

export type Suggested = Suggestion & {
  /** What it would be entered as; null while something is missing, which `faults` name. */
  input: EntryInput | null
  faults: Fault[]
  standing: Standing[]
  /** Where growth and level do not fit what was before. */
  misfits: Misfit[]
}

type Article = {
  source: { id: number; title: string; publisher: string; publishedOn: string | null }
  relation: string | null
}

/**
 * What each record of an article would be entered as, and what it is to what is stored. A bounded number of statements,
 * however many records there are. Needs `internal.read`.
 */
export async function suggestAll(actor: Actor, article: Article, records: readonly Candidate[]): Promise<Suggested[]> {
  assertMay(actor, 'internal.read')
  const { source, relation } = article
  const [entities, indicators, series, meanings] = await Promise.all([
    listEntities(actor),
    listIndicators(actor),
    listSeries(actor),
    findEntities(actor, wordsOf(records)),
  ])
  const kinds = new Map(entities.map((e) => [e.slug, e.kind]))
  const world: World = {
    source: { id: source.id, text: sourceText(source), publishedOn: source.publishedOn },
    relation: relation === null ? null : { slug: relation, members: relation.split('-') },
    meanings,
    kindOf: (slug) => kinds.get(slug) ?? null,
    name: entityNames(entities),
    indicators,
    lines: series,
  }
  const suggestions = records.map((record) => suggest(record, world))
  const known = {
    meanings: await findEntities(actor, [...new Set(suggestions.flatMap(({ fields }) => entityTexts(fields)))]),
    units: new Map(indicators.map((i) => [i.code, i.unit])),
  }
  const read = suggestions.map((suggestion) => ({ suggestion, form: toEntryInput(suggestion.fields, known) }))
  const claims = read.map(({ form }) => (form.ok ? claimOf(form.input) : null))
  const told = claims.filter((claim): claim is Claim => claim !== null)
  const stored = await listComparable(
    actor,
    [...new Set(told.map((claim) => claim.about))],
    [...new Set(told.flatMap((claim) => claim.figure?.indicator ?? []))],
  )
  const others = stored.filter((s) => s.published || !s.sources.includes(source.id))
  const misfits = misfitsIn(records, claims, others)
  return read.map(({ suggestion, form }, i) => ({
    ...suggestion,
    input: form.ok ? form.input : null,
    faults: form.ok ? [] : form.faults,
    standing: claims[i] ? standingOf(claims[i], others) : [],
    misfits: misfits.filter(({ level, change }) => level === i || change === i),
  }))
}

function claimOf(input: EntryInput): Claim | null {
  if (input.kind === 'observation' || input.kind === 'target') {
    const { series, quantity } = input
    return {
      kind: input.kind,
      about: series.about,
      period: input.period,
      title: null,
      figure: {
        indicator: series.indicator,
        reporter: series.reporter ?? null,
        origin: series.origin ?? null,
        measure: series.measure ?? 'level',
        unit: series.unit,
        scope: series.scope ?? '',
        quantity,
      },
    }
  }
  return 'title' in input
    ? { kind: input.kind, about: input.about, period: input.period, title: input.title, figure: null }
    : null
}
