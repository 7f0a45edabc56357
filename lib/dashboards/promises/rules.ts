import { compareCounts } from '@/lib/assessments/counts/rules'
import { promiseStatus } from '@/lib/assessments/promise-status/rules'
import type { Clock } from '@/lib/entries/queries'
import type { Locale } from '@/lib/i18n/locales'
import { type Say, sayIn } from '@/lib/i18n/say'
import { evidenceHref, figureText, formatDay, type PointRow, periodText } from '../points/rules'
import { progressByReporter, type ReporterProgress } from '../progress/rules'
import type { PromiseRow } from '../schema'
import type { PromiseRecord } from './queries'

export type PromiseContext = {
  slug: string
  locale: Locale
  clock: Clock
  clocks: { known: string | null; edition: string | null }
  points: readonly PointRow[]
}

/** "by 2025", "due 24 Aug 2022", "no deadline stated (“in the near future”)" */
export function dueText(p: Pick<PromiseRecord, 'starts' | 'ends' | 'words'>, say: Say, locale: Locale): string {
  if (p.ends === null) return p.words ? say('noDeadlineWords', { words: p.words }) : say('noDeadline')
  const period = periodText({ starts: p.starts, ends: p.ends, words: null }, locale)
  return p.starts === null ? period : say('due', { period })
}

/** "Trade turnover: $1 bn", "Middle Corridor · Cargo carried: 10 Mt", or the title. */
export function whatText(slug: string, p: PromiseRecord, say: Say, locale: Locale): string {
  if (p.value === null) return p.title ?? ''
  const name = p.indicatorName ?? ''
  const whose = p.about === slug ? name : `${p.aboutName} · ${name}`
  const indicator = p.scope ? say('scoped', { series: whose, scope: p.scope }) : whose
  return say('figureOf', { indicator, text: figureText(p, locale, 'long') })
}

/** Who promised whom, who signed, or who announced it. */
export function whoText(p: Pick<PromiseRecord, 'parties' | 'speaker'>, say: Say): string | null {
  const named = (role: string) => p.parties.filter((x) => x.role === role).map((x) => x.name)
  const from = [...named('promiser'), ...named('giver')]
  const to = [...named('promisee'), ...named('receiver')]
  if (from.length && to.length) return say('parties', { from: from.join(', '), to: to.join(', ') })
  if (from.length) return from.join(', ')
  const signed = [...named('signatory'), ...named('participant')]
  if (signed.length) return signed.join(', ')
  return p.speaker ? say('announcedBy', { name: p.speaker }) : null
}

/** `days`: after the last day allowed, where it was kept late. */
export type ShownStatus = { code: string; text: string; open: boolean; days?: number | null }

/** What figures and steps say of a promise; computed once for all places of a page that show it. */
export type Assessed = { status: ShownStatus; progress: ReporterProgress[] }

export function assess(c: PromiseContext, p: PromiseRecord): Assessed {
  const progress = progressByReporter(c.points, p, c.clock.known)
  return { progress, status: statusOf(c, p, progress) }
}

/** Announced and confirmed counts are compared, never added: "10 short of what was announced". */
function countStatus(p: PromiseRecord, rows: readonly PointRow[], say: Say): { code: string; text: string } {
  const announced = {
    value: p.value!,
    valueTo: p.valueTo,
    unitMult: p.unitMult ?? 0,
    decimals: p.decimals ?? 0,
    qualifier: p.qualifier ?? ('exact' as const),
  }
  const { code, confirmed } = compareCounts(announced, rows)
  return {
    code: code === 'reached' ? 'met' : code,
    text: say(`counts.${code}`, { missing: confirmed[0]?.missing ?? '' }),
  }
}

/**
 * The state of a promise on the page's day, computed from its steps and each reporter's figures, as code and words.
 * A target is never "overdue": past its day figures say met or missed, or it is said why they do not.
 */
function statusOf(c: PromiseContext, p: PromiseRecord, reported: readonly ReporterProgress[]): ShownStatus {
  const say = sayIn(c.locale, 'assessments')
  const paces = reported.map(({ progress }) => progress.pace)
  const steps = p.steps.map((s) => ({ code: s.code, on: s.starts ?? s.ends ?? s.knownOn }))
  const counted = p.unit === 'COUNT' && p.starts !== null && p.ends !== null ? reported[0] : undefined
  if (counted) return { ...countStatus(p, counted.rows, say), open: false }
  const status = promiseStatus(
    { kind: p.kind, announced: p.announced, starts: p.starts, due: p.ends, steps, paces },
    c.clock.known,
  )
  if (p.kind === 'target' && status.code === 'overdue') {
    const untold = paces.find((pace) => pace.code === 'not_computable')
    const codes = new Set(paces.map((pace) => pace.code))
    const reason =
      codes.has('met') && codes.has('missed')
        ? 'disputed'
        : untold?.code === 'not_computable'
          ? untold.reason
          : 'dueValueMissing'
    return { code: 'not_computable', text: say(`progress.reasons.${reason}`), open: false }
  }
  if (status.code === 'achieved')
    return { code: 'achieved', text: say(p.ends === null ? 'promise.reached' : 'promise.achieved'), open: false }
  const late = status.late ? say(`promise.late.${status.late.unit}`, { count: status.late.count }) : ''
  const text = say(`promise.${status.code}`, { count: status.restated, days: status.lateDays ?? 0, late })
  // Nobody named a day, so nothing is missed; that no reporter's figures have come so far is said all the same.
  const unreached =
    p.ends === null && reported.length > 0 && reported.every(({ progress }) => progress.reached === false)
  return {
    code: status.code,
    text: unreached
      ? say(status.code === 'announced' ? 'promise.unreached' : 'promise.notReached', { state: text })
      : text,
    open: status.open,
    days: status.late?.days ?? null,
  }
}

export function toPromiseRow(
  c: PromiseContext & { assessed: ReadonlyMap<number, Assessed> },
  p: PromiseRecord,
): PromiseRow {
  const say = sayIn(c.locale)
  const { status } = c.assessed.get(p.entry)!
  return {
    entry: p.entry,
    href: evidenceHref(c.slug, p.entry, c.clocks),
    kind: p.kind,
    what: whatText(c.slug, p, say, c.locale),
    who: whoText(p, say),
    announced: p.announced && formatDay(p.announced, c.locale),
    due: p.kind === 'agreement' && p.ends === null ? '' : dueText(p, say, c.locale),
    status,
    steps: p.steps.map((s) => ({
      entry: s.entry,
      href: evidenceHref(c.slug, s.entry, c.clocks),
      on: periodText(
        s.starts || s.ends || s.words ? s : { starts: null, ends: null, words: formatDay(s.knownOn, c.locale) },
        c.locale,
      ),
      text: [say(`steps.${s.code}`), s.parties.join(', '), s.note].filter(Boolean).join(' · '),
    })),
  }
}
