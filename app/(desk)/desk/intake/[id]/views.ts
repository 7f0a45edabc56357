import { whenText } from '@/components/desk/when'
import type { CandidateView, StandingView } from '@/components/intake/view'
import { faultSentence } from '@/lib/action/door'
import type { Actor } from '@/lib/auth/actor'
import { kindCodes } from '@/lib/entries/schema'
import { unitCode } from '@/lib/extraction/schema'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { listIndicators } from '@/lib/indicators/queries'
import type { Misfit } from '@/lib/intake/arithmetic/rules'
import { listCandidates, type StoredCandidate } from '@/lib/intake/candidates/queries'
import { repeatedBy } from '@/lib/intake/candidates/rules'
import type { StoredItem } from '@/lib/intake/queries'
import type { Standing } from '@/lib/intake/standing/rules'
import { type Suggested, suggestAll } from '@/lib/intake/suggestions/queries'
import { formatPeriod } from '@/lib/periods/rules'
import { formatQuantity } from '@/lib/quantities/rules'

/** What was found in an article, as its screen shows it: every sentence is made here, so that only words cross. */
export async function candidateViews(actor: Actor, item: StoredItem): Promise<CandidateView[]> {
  const stored = await listCandidates(actor, item.sourceId!)
  const source = {
    id: item.sourceId!,
    title: item.title,
    publisher: item.publisher ?? '',
    publishedOn: item.publishedOn,
  }
  const records = stored.map(({ record }) => record)
  const [suggested, indicators] = await Promise.all([
    suggestAll(actor, { source, relation: item.relations[0]?.slug ?? null }, records),
    listIndicators(actor),
  ])
  const names = new Map(indicators.map((i) => [i.code, i.name]))
  return stored.map((candidate, i) => {
    const view = toView(actor, candidate, suggested[i]!, i, stored, names)
    const misfits = suggested[i]!.misfits.map((misfit) => misfitView(misfit, suggested, stored))
    return { ...view, standing: [...misfits, ...view.standing] }
  })
}

function toView(
  actor: Actor,
  candidate: StoredCandidate,
  suggested: Suggested,
  at: number,
  all: readonly StoredCandidate[],
  indicators: ReadonlyMap<string, string>,
): CandidateView {
  const { record } = candidate
  const t = translator(defaultLocale, 'intake')
  const extraction = translator(defaultLocale, 'extraction')
  const { fields } = suggested
  const repeats = repeatedBy(candidate, all)
  const figure = record.value !== null && fields.quantity !== undefined
  const faults = suggested.faults
    .filter(({ field }) => !suggested.lacks.some((lack) => field.includes(lack)))
    .map(faultSentence)
  const lacks = [...suggested.lacks.map((lack) => t(`board.lacks.${lack}`)), ...new Set(faults)]
  const mark: [number, number] | null =
    record.numberStart === null ? null : [record.numberStart - record.start, record.numberEnd! - record.start]
  return {
    id: candidate.id,
    number: at + 1,
    kind: record.kind,
    start: record.start,
    end: record.end,
    mark,
    quote: record.quote,
    state: candidate.state,
    revision: candidate.revision,
    byHand: candidate.byHand,
    entryKind: suggested.kind,
    head: figure ? (fields.quantity ?? '') : (fields.title ?? record.quote),
    facts: [...factsOf(suggested, indicators, record.reporterWords), ...stepOf(record.step)],
    fields,
    lacks: suggested.input ? [] : lacks,
    why: candidate.byHand ? t('board.byHand') : extraction(`rules.${record.rule}`),
    doubts: [
      ...record.doubts.map((doubt) => extraction(`doubts.${doubt}`)),
      ...(record.reporterWords && fields['series.reporter'] === ''
        ? [t('board.reporterUnknown', { words: record.reporterWords })]
        : []),
    ],
    confidence: record.confidence,
    repeats: repeats && all.indexOf(repeats) + 1,
    // What accepting it wrote says the same by itself.
    standing: suggested.standing.filter(({ entry }) => entry.rootId !== candidate.entry?.rootId).map(standingView),
    note: candidate.note,
    decided:
      candidate.decidedBy && candidate.decidedAt
        ? { by: candidate.decidedBy, when: whenText(candidate.decidedAt) }
        : null,
    mineAt: candidate.decidedBy === actor.name && candidate.decidedAt ? candidate.decidedAt.getTime() : null,
    entry: candidate.entry && { id: candidate.entry.id, state: candidate.entry.state },
  }
}

/** How far a promise or an agreement is, where the text says so. */
function stepOf(step: string | null): string[] {
  const known = kindCodes.stage.find((code) => code === step)
  return known ? [translator(defaultLocale, 'views')(`steps.${known}`)] : []
}

function factsOf({ kind, fields }: Suggested, indicators: ReadonlyMap<string, string>, named: string | null): string[] {
  const views = translator(defaultLocale, 'views')
  const forms = translator(defaultLocale, 'forms')
  const t = translator(defaultLocale, 'intake')
  const indicator = fields['series.indicator']
  const about = fields['series.about'] ?? fields.about
  const whose = fields['series.reporter']
  const speaker = [fields['evidence.0.speaker'], fields['evidence.0.speakerAs']].filter(Boolean).join(', ')
  return [
    views(`kinds.${kind}`),
    indicator ? (indicators.get(indicator) ?? indicator) : null,
    about || null,
    whose || (indicator && kind === 'observation' && !named ? forms('nobody') : null),
    fields.period || fields.periodWords || null,
    speaker ? t('board.speaker', { name: speaker }) : null,
  ].filter((fact): fact is string => Boolean(fact))
}

function misfitView(
  { level, change, check, base }: Misfit,
  suggested: readonly Suggested[],
  stored: readonly StoredCandidate[],
): StandingView {
  const t = translator(defaultLocale, 'intake')
  const textOf = (at: number) => suggested[at]!.fields.quantity ?? ''
  const { unitMult, decimals, unit } = stored[level]!.record
  const implied = { value: check.impliedBase, valueTo: null, unitMult, decimals, qualifier: 'exact' as const }
  const words = {
    growth: textOf(change),
    level: textOf(level),
    implied: formatQuantity(implied, unitCode(unit ?? 'count'), defaultLocale),
    factor: check.factor,
  }
  return 'at' in base
    ? {
        code: 'misfit',
        text: t('board.standing.misfitText', { ...words, base: textOf(base.at) }),
        href: `?candidate=${stored[base.at]!.id}#candidate-${stored[base.at]!.id}`,
        root: null,
      }
    : {
        code: 'misfit',
        text: t('board.standing.misfitStored', {
          ...words,
          base: formatQuantity(base.entry.quantity!, base.entry.unit!, defaultLocale),
        }),
        href: `/desk/entries/${base.entry.id}`,
        root: null,
      }
}

function standingView({ code, entry }: Standing): StandingView {
  const t = translator(defaultLocale, 'intake')
  const figure =
    entry.quantity && entry.unit
      ? formatQuantity(entry.quantity, entry.unit, defaultLocale, { signed: entry.measure === 'change' })
      : entry.title
  const dated = entry.starts || entry.ends || entry.words
  const text = [
    figure,
    dated ? formatPeriod({ starts: entry.starts, ends: entry.ends, words: entry.words }, defaultLocale) : null,
    entry.reporterName,
    entry.published ? null : t('board.standing.draft'),
  ]
    .filter(Boolean)
    .join(', ')
  return {
    code,
    text: t(`board.standing.${code}`, { text }),
    href: `/desk/entries/${entry.id}`,
    root: entry.published ? entry.rootId : null,
  }
}
