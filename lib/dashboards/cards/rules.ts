import { comparableChange } from '@/lib/assessments/change/rules'
import { freshness } from '@/lib/assessments/freshness/rules'
import type { PaceWorking } from '@/lib/assessments/progress/rules'
import { latestReading, type PeriodReading, readingsByPeriod } from '@/lib/assessments/reading/rules'
import { withClocks } from '@/lib/http/address'
import { type Say, sayIn } from '@/lib/i18n/say'
import { spanOf } from '@/lib/periods/rules'
import {
  evidenceHref,
  figureText,
  formatDay,
  groupBySeries,
  type PointRow,
  periodText,
  seriesLabel,
  titleOf,
} from '../points/rules'
import type { PromiseRecord } from '../promises/queries'
import { type Assessed, dueText, type PromiseContext } from '../promises/rules'
import type { Card, CardFigure, CardTarget } from '../schema'

export type CardContext = PromiseContext & {
  promises: readonly PromiseRecord[]
  assessed: ReadonlyMap<number, Assessed>
}

const mostFigures = 4
const mostTargets = 3

type Best = PeriodReading<PointRow> & { best: PointRow }

function changeOf(c: CardContext, rows: readonly PointRow[]): CardFigure['change'] {
  const say = sayIn(c.locale, 'assessments')
  const found = comparableChange(rows)
  if (!found.computable && rows[0]!.frequency === 'I') return null
  if (!found.computable) return { direction: null, text: say(`change.${found.reason}`) }
  const { starts, ends } = found.earlier
  const text = say(`change.${found.direction}`, {
    percent: found.percent.replace('-', ''),
    earlier: periodText({ starts, ends, words: null }, c.locale),
  })
  const { desired } = rows[0]!
  if (found.direction === 'same') return { direction: 'flat', text, good: null }
  return {
    direction: found.direction,
    text,
    good: desired === 0 ? null : (found.direction === 'up') === (desired === 1),
  }
}

function doubtOf(c: CardContext, { best, disputed, candidates }: Best, say: Say): string | null {
  // The whole reason stands behind the figure; a card has room for its first sentence.
  if (best.obsStatus === 'U') return say('doubtful', { note: best.note?.split(/(?<=\.)\s/)[0] ?? '' })
  if (!disputed) return null
  const rivals = candidates.filter((r) => r !== best)
  return say('disputed', {
    list: rivals.map((r) => `${figureText(r, c.locale)} (${r.publisher ?? say('noSource')})`).join('; '),
  })
}

function freshOf(c: CardContext, p: PointRow, rows: readonly PointRow[], say: Say): CardFigure['fresh'] {
  const { code, days } = freshness(rows, p.frequency, c.clock.known)
  const published = p.publishedOn ? say('published', { day: formatDay(p.publishedOn, c.locale) }) : say('undatedPage')
  const age = code === 'none' ? '' : sayIn(c.locale, 'assessments')(`freshness.${code}`, { days: days ?? 0 })
  return { code, text: [published, age].filter(Boolean).join('; ') }
}

/** `rows`: the whole series, so that change, freshness and the sparkline come from one line. */
function toFigure(c: CardContext, now: Best, rows: readonly PointRow[], several: boolean, say: Say): CardFigure {
  const { best } = now
  const level = best.measure === 'level' && best.starts !== null
  const years = level ? readingsByPeriod(rows).filter((r) => spanOf(r.best) === 'year') : []
  return {
    entry: best.entry,
    href: evidenceHref(c.slug, best.entry, c.clocks),
    quoted: best.quote !== null,
    whose: seriesLabel(best, say, several),
    text: figureText(best, c.locale),
    period: periodText(best, c.locale),
    basis: say(`basis.${best.basis}`),
    fresh: freshOf(c, best, rows, say),
    change: level ? changeOf(c, rows) : null,
    doubt: doubtOf(c, now, say),
    // Where nobody is named there are points, never a line.
    spark: best.reporter === null ? [] : years.map(({ best: b }) => Number(b.value)),
  }
}

/** Figures the source gives no dates for ("tripled in recent years"): they stand on the card, on no axis. */
const undated = (points: readonly PointRow[]): Best[] =>
  points
    .filter((p) => p.starts === null && p.ends === null && p.rank !== 'deprecated')
    .map((best) => ({ best, disputed: false, candidates: [best] }))

/** Whole counts of named reporters first, narrower scopes and unnamed ones after. */
const place = (p: PointRow) => (p.scope === '' ? 0 : 2) + (p.reporter === null ? 1 : 0)

/** The figures of one indicator's card: its words without dates, then the latest level of each series. */
export function toFigures(c: CardContext, points: readonly PointRow[]): CardFigure[] {
  const say = sayIn(c.locale)
  if (!points.length) return []
  const { several } = titleOf(c.slug, points)
  const words = undated(points).map((u) => toFigure(c, u, [], several, say))
  const levels = groupBySeries(points.filter((p) => p.measure === 'level'))
    .flatMap(({ points: rows }) => {
      const latest = latestReading(rows)
      return latest ? [{ rows, latest }] : []
    })
    .sort((a, b) => place(a.latest.best) - place(b.latest.best) || (a.latest.best.ends < b.latest.best.ends ? 1 : -1))
    .map(({ rows, latest }) => toFigure(c, latest, rows, several, say))
  return [...words.slice(0, 1), ...levels].slice(0, mostFigures)
}

/** "announced 24 Aug 2022, restated 3 times, no deadline stated" */
function leadOf(c: CardContext, p: PromiseRecord, say: Say): string {
  const restated = p.steps.filter((s) => s.code === 'restated').length
  return [
    p.announced ? say('targetLead', { day: formatDay(p.announced, c.locale) }) : say('targetLeadUnknown'),
    restated ? say('restatedTimes', { count: restated }) : '',
    dueText(p, say, c.locale),
  ]
    .filter(Boolean)
    .join(', ')
}

/** A target with how far each reporter's figures have come. */
export function toTarget(c: CardContext, p: PromiseRecord, say: Say): CardTarget {
  const { status, progress } = c.assessed.get(p.entry)!
  return {
    entry: p.entry,
    href: evidenceHref(c.slug, p.entry, c.clocks),
    text: figureText(p, c.locale),
    lead: leadOf(c, p, say),
    status: { code: status.code, text: status.text },
    progress: progress.flatMap(({ head, latest, percent }) =>
      percent === null
        ? []
        : [
            {
              whose: seriesLabel(head, say),
              percent: Number(percent),
              text: say('progress', {
                percent,
                text: figureText(latest, c.locale),
                period: periodText(latest, c.locale),
                day: spanOf(latest) === 'day' ? 'yes' : 'no',
              }),
              entry: latest.entry,
              href: evidenceHref(c.slug, latest.entry, c.clocks),
            },
          ],
    ),
  }
}

/** Formula and numbers behind a target's bars: "how is this computed?" */
function computedOf(c: CardContext, p: PromiseRecord, say: Say): string[] {
  const tell = sayIn(c.locale, 'assessments')
  return c.assessed.get(p.entry)!.progress.flatMap(({ head, latest, percent, progress: { pace } }) => {
    if (percent === null) return []
    const how = tell('progress.howProgress', {
      latest: figureText(latest, c.locale),
      target: figureText(p, c.locale),
      percent,
    })
    const {
      observed,
      required,
      ratio,
      baseYear,
      latestYear,
      targetYear,
      class: cls,
    } = 'working' in pace ? pace.working : ({} as Partial<PaceWorking>)
    const paced =
      observed === undefined
        ? []
        : [
            tell('progress.howPace', {
              observed,
              required: required!,
              ratio: ratio!,
              baseYear: String(baseYear),
              latestYear: String(latestYear),
              targetYear: String(targetYear),
              class: tell(`progress.classes.${cls}`),
            }),
          ]
    return [`${seriesLabel(head, say)}: ${[how, ...paced].join(' ')}`]
  })
}

/** The targets a card has room for: open ones before closed ones, then the newest. */
function targetsOf(c: CardContext, code: string): PromiseRecord[] {
  const targets = c.promises.filter((p) => p.kind === 'target' && p.indicator === code && p.measure === 'level')
  const closed = (p: PromiseRecord) => (c.assessed.get(p.entry)!.status.open ? 0 : 1)
  return [...targets].sort((a, b) => closed(a) - closed(b)).slice(0, mostTargets)
}

function promisesCard(c: CardContext, say: Say): Card[] {
  const promised = c.promises.filter((p) => p.kind !== 'agreement')
  if (!promised.length) return []
  const open = promised.filter((p) => c.assessed.get(p.entry)!.status.open).length
  const lead = say('openLead', { open, all: promised.length })
  return [
    { key: 'promises', title: say('openPromises'), href: '#promises', lead, figures: [], targets: [], computed: [] },
  ]
}

/** The status cards of a relation: one per headline indicator in its order, and one for its open promises. */
export function toCards(c: CardContext): Card[] {
  const say = sayIn(c.locale)
  const codes = [...new Set(c.points.filter((p) => p.headline !== null).map((p) => p.indicator))]
  const cards = codes.map((code): Card => {
    const points = c.points.filter((p) => p.indicator === code)
    const targets = targetsOf(c, code)
    return {
      key: code,
      title: titleOf(c.slug, points).title,
      href: withClocks(`/relations/${c.slug}/indicators/${code}`, c.clocks),
      lead: null,
      figures: toFigures(c, points),
      targets: targets.map((p) => toTarget(c, p, say)),
      computed: targets.flatMap((p) => computedOf(c, p, say)),
    }
  })
  return [...cards, ...promisesCard(c, say)]
}
