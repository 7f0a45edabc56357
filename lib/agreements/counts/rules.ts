import { compareCounts } from '@/lib/assessments/counts/rules'
import { cited } from '@/lib/dashboards/citations/rules'
import { evidenceHref, figureText, type PointRow, periodText, sourceText } from '@/lib/dashboards/points/rules'
import type { PromiseRecord, StepRecord } from '@/lib/dashboards/promises/queries'
import type { EventRecord } from '@/lib/dashboards/timeline/queries'
import { sayIn } from '@/lib/i18n/say'
import { contains, daysBetween, lastDay } from '@/lib/periods/rules'
import { type AgreementContext, isCounted, signedOn } from '../rules'
import { type BaseLine, type ClaimLine, countingIndicators, type Occasion } from '../schema'

/** A signature that is only known by a later report counts for an occasion that ended at most so many days before. */
export const reportedWithin = 7

type Days = { starts: string; ends: string }
type Listed = Occasion['listed'][number]

/**
 * Agreements of the register that were signed on an occasion: within its days, or reported as signed up to a week after
 * it where the day itself is not known ("reported on 25 August"). A set of no known number is none of them.
 */
export function listedOn(
  agreements: readonly PromiseRecord[],
  occasion: Days,
): { record: PromiseRecord; step: StepRecord }[] {
  const last = lastDay(occasion)!
  const fits = (step: StepRecord) => {
    if (step.code !== 'signed') return false
    if (step.starts !== null) return contains(occasion, step)
    const reported = lastDay(step)
    return reported !== null && reported >= occasion.starts && daysBetween(last, reported) <= reportedWithin
  }
  return agreements.filter(isCounted).flatMap((record) => {
    const step = record.steps.find(fits)
    return step ? [{ record, step }] : []
  })
}

function pointClaim(c: AgreementContext, p: PointRow): ClaimLine {
  const say = sayIn(c.locale)
  return {
    entry: p.entry,
    href: evidenceHref(c.slug, p.entry, c.clocks),
    quoted: p.quote !== null,
    text: figureText(p, c.locale),
    how: sayIn(c.locale, 'agreements')('how.counted'),
    whose: p.reporterName ? say('whose', { name: p.reporterName }) : (p.publisher ?? say('nobody')),
    scope: p.scope || null,
    source: sourceText(p, say, c.locale),
    note: p.note,
  }
}

function targetClaim(c: AgreementContext, p: PromiseRecord): ClaimLine {
  const { quoted, source } = cited(c, p.entry)
  return {
    entry: p.entry,
    href: evidenceHref(c.slug, p.entry, c.clocks),
    quoted,
    text: figureText(p, c.locale),
    how: sayIn(c.locale, 'agreements')('how.announced'),
    whose: p.speaker ?? c.citations.get(p.entry)?.publisher ?? sayIn(c.locale)('nobody'),
    scope: p.scope || null,
    source,
    note: p.note,
  }
}

const isDated = <T extends { starts: string | null; ends: string | null }>(p: T): p is T & Days =>
  p.starts !== null && p.ends !== null

/** What is said in one sentence: the first claim, the other counts, and how many are listed. Nothing is added up. */
function toldOf(
  c: AgreementContext,
  announced: PromiseRecord[],
  counted: PointRow[],
  listed: readonly Listed[],
): string {
  const say = sayIn(c.locale, 'agreements')
  const whole = counted.filter((p) => p.scope === '')
  const [claim] = announced
  const parts = [
    ...(claim ? [say('told.claimed', { count: figureText(claim, c.locale) })] : []),
    ...whole.map((p) =>
      say('told.counted', { count: figureText(p, c.locale), whose: p.reporterName ?? p.publisher ?? '' }),
    ),
    say('told.listed', { count: listed.length }),
  ]
  if (!claim) return parts.join(', ')
  const { code, confirmed } = compareCounts(
    {
      value: claim.value!,
      valueTo: claim.valueTo,
      unitMult: claim.unitMult ?? 0,
      decimals: claim.decimals ?? 0,
      qualifier: claim.qualifier ?? 'exact',
    },
    whole.filter((p) => p.seriesId === claim.seriesId),
  )
  const verdict = sayIn(c.locale, 'assessments')(`counts.${code}`, { missing: confirmed[0]?.missing ?? '' })
  return `${parts.join(', ')}: ${verdict}`
}

/**
 * For each occasion for which somebody gave a number of agreements: all that was claimed, and what the register lists by
 * name. They are set side by side and never added, because nobody says what a claim includes.
 */
export function toOccasions(
  c: AgreementContext,
  agreements: readonly PromiseRecord[],
  announced: readonly PromiseRecord[],
  points: readonly PointRow[],
  events: readonly EventRecord[],
): Occasion[] {
  const aimed = announced.filter((p) => p.indicator === countingIndicators.occasion && p.value !== null).filter(isDated)
  const counted = points.filter((p) => p.measure === 'level').filter(isDated)
  const keyOf = ({ starts, ends }: Days) => `${starts} ${ends}`
  const occasions = new Map([...aimed, ...counted].map((p) => [keyOf(p), { starts: p.starts, ends: p.ends }]))
  return [...occasions]
    .sort(([a], [b]) => b.localeCompare(a))
    .map(([key, days]) => {
      // An announcement that somebody is quoted for comes before what was expected.
      const own = aimed
        .filter((p) => keyOf(p) === key)
        .sort((a, b) => (b.announced ?? '').localeCompare(a.announced ?? ''))
      const counts = counted.filter((p) => keyOf(p) === key)
      const listed = listedOn(agreements, days).map(
        ({ record, step }): Listed => ({
          entry: record.entry,
          href: evidenceHref(c.slug, record.entry, c.clocks),
          title: record.title ?? '',
          on: periodText(step, c.locale),
        }),
      )
      const event = events
        .filter((e) => e.starts >= days.starts && e.starts < days.ends)
        .sort((a, b) => a.entry - b.entry)[0]
      return {
        key: days.starts,
        on: periodText({ ...days, words: null }, c.locale),
        title: event?.title ?? null,
        claims: [...own.map((p) => targetClaim(c, p)), ...counts.map((p) => pointClaim(c, p))],
        listed,
        told: toldOf(c, own, counts, listed),
      }
    })
}

/** What was said of the size of the whole legal base, the newest first, beside how many of the register were signed by then. */
export function toBase(
  c: AgreementContext,
  agreements: readonly PromiseRecord[],
  points: readonly PointRow[],
): BaseLine[] {
  return points
    .filter(isDated)
    .sort((a, b) => b.ends.localeCompare(a.ends))
    .map((p) => ({
      ...pointClaim(c, p),
      on: periodText(p, c.locale),
      listed: agreements.filter((a) => isCounted(a) && (signedOn(a) ?? '9999') < p.ends).length,
    }))
}
