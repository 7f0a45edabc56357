import type { Pace, PaceWorking } from '@/lib/assessments/progress/rules'
import { evidenceHref, figureText, type PointRow, periodText, seriesLabel } from '@/lib/dashboards/points/rules'
import type { ReporterProgress } from '@/lib/dashboards/progress/rules'
import type { PromiseRecord } from '@/lib/dashboards/promises/queries'
import { dueText } from '@/lib/dashboards/promises/rules'
import type { Locale } from '@/lib/i18n/locales'
import { sayIn } from '@/lib/i18n/say'
import type { Input, ReporterLine } from '../schema'

export type ReporterContext = {
  slug: string
  locale: Locale
  clocks: { known: string | null; edition: string | null }
  /** Every figure that promises are measured by, by its entry. */
  figures: ReadonlyMap<number, PointRow>
}

/** "2023", "by 2025", "no deadline stated (“in the near future”)": beside a name that says it is the due day. */
export const byWhen = (p: PromiseRecord, locale: Locale): string =>
  p.starts !== null && p.ends !== null ? periodText(p, locale) : dueText(p, sayIn(locale), locale)

const years = (p: { starts: string | null; ends: string | null; words: string | null }, locale: Locale) =>
  periodText(p, locale)

/** How far one reporter's figures have come towards a target: the share, the pace, and formula and numbers of both. */
export function toReporterLine(c: ReporterContext, p: PromiseRecord, reported: ReporterProgress): ReporterLine {
  const { head, latest, percent, progress } = reported
  const say = sayIn(c.locale, 'promises')
  const pace = { code: progress.pace.code, text: paceText(c.locale, progress.pace) }
  const figure = {
    entry: latest.entry,
    href: evidenceHref(c.slug, latest.entry, c.clocks),
    text: figureText(latest, c.locale),
    quoted: latest.quote !== null,
  }
  return {
    whose: seriesLabel(head, sayIn(c.locale)),
    // Where less is better a longer bar would look like more of what is wanted.
    percent: percent === null || progress.direction === -1 ? null : Number(percent),
    figure,
    period: years(latest, c.locale),
    share: percent === null ? null : say(progress.direction === 1 ? 'share' : 'shareOfLess', { percent }),
    pace,
    inputs:
      'working' in progress.pace ? workedInputs(c, p, progress.pace.working, reported) : plainInputs(c, p, latest),
    formulas: formulas(c, p, reported),
  }
}

function paceText(locale: Locale, pace: Pace): string {
  const tell = sayIn(locale, 'assessments')
  const word = tell(`progress.${pace.code}`)
  if ('working' in pace && pace.code === 'behind')
    return sayIn(locale, 'promises')('paceOf', { pace: word, class: tell(`progress.classes.${pace.working.class}`) })
  return word
}

const exact = (f: Parameters<typeof figureText>[0], locale: Locale) => figureText(f, locale, 'exact')

function figureInput(c: ReporterContext, name: string, row: PointRow): Input {
  return {
    name,
    text: exact(row, c.locale),
    entry: row.entry,
    href: evidenceHref(c.slug, row.entry, c.clocks),
    quoted: row.quote !== null,
  }
}

const targetInput = (c: ReporterContext, p: PromiseRecord): Input => ({
  name: sayIn(c.locale, 'promises')('inputs.target'),
  text: exact(p, c.locale),
  entry: p.entry,
  href: evidenceHref(c.slug, p.entry, c.clocks),
})

const dueInput = (c: ReporterContext, p: PromiseRecord): Input => ({
  name: sayIn(c.locale, 'promises')('inputs.due'),
  text: byWhen(p, c.locale),
})

function plainInputs(c: ReporterContext, p: PromiseRecord, latest: PointRow): Input[] {
  const say = sayIn(c.locale, 'promises')
  return [
    figureInput(c, say('inputs.latest', { period: years(latest, c.locale) }), latest),
    targetInput(c, p),
    dueInput(c, p),
  ]
}

function workedInputs(
  c: ReporterContext,
  p: PromiseRecord,
  working: PaceWorking,
  { latest, progress }: ReporterProgress,
): Input[] {
  const say = sayIn(c.locale, 'promises')
  const base = c.figures.get(working.base.entry)
  const rate = (name: string, of: string): Input => ({ name: say(`inputs.${name}`), text: say('aYear', { rate: of }) })
  return [
    ...(base ? [figureInput(c, say('inputs.base', { period: years(base, c.locale) }), base)] : []),
    figureInput(c, say('inputs.latest', { period: years(latest, c.locale) }), latest),
    targetInput(c, p),
    dueInput(c, p),
    {
      name: say('inputs.years'),
      text: say('yearsText', {
        done: String(working.latestYear - working.baseYear),
        all: String(working.targetYear - working.baseYear),
      }),
    },
    { name: say('inputs.direction'), text: say(progress.direction === 1 ? 'up' : 'down') },
    rate('observed', working.observed),
    rate('required', working.required),
    rate('ratio', working.ratio),
    {
      name: say('inputs.verdict'),
      text: sayIn(c.locale, 'assessments')(`progress.classes.${working.class}`),
    },
  ]
}

function formulas(c: ReporterContext, p: PromiseRecord, { latest, percent, progress }: ReporterProgress): string[] {
  const say = sayIn(c.locale, 'promises')
  const target = exact(p, c.locale)
  const share = percent === null ? [] : [say('formulas.share', { latest: exact(latest, c.locale), target, percent })]
  const { pace } = progress
  if ('working' in pace) {
    const { working } = pace
    const base = c.figures.get(working.base.entry) ?? latest
    const numbers = { latest: exact(latest, c.locale), base: exact(base, c.locale), target }
    const growth = (name: 'observed' | 'required', last: number) =>
      say(`formulas.${name}`, { ...numbers, years: String(last - working.baseYear), rate: working[name] })
    return [
      ...share,
      growth('observed', working.latestYear),
      growth('required', working.targetYear),
      say('formulas.ratio', {
        d: progress.direction === 1 ? '1' : '−1',
        observed: say('aYear', { rate: working.observed }),
        required: say('aYear', { rate: working.required.replace('-', '') }),
        ratio: working.ratio,
      }),
      say('formulas.bounds'),
    ]
  }
  if (pace.code === 'no_deadline') return [...share, say('formulas.no_deadline')]
  if (pace.code === 'not_computable')
    return [
      ...share,
      say('formulas.not_computable', { reason: sayIn(c.locale, 'assessments')(`progress.reasons.${pace.reason}`) }),
    ]
  const decided = say(`formulas.${pace.code}`, {
    figure: exact(latest, c.locale),
    period: years(latest, c.locale),
    target,
  })
  return [...share, decided, ...(pace.stated ? [say('formulas.stated')] : [])]
}
