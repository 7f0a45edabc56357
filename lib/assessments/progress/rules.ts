import Big from 'big.js'
import { spanOf } from '@/lib/periods/rules'
import type { Quantity } from '@/lib/quantities/schema'
import type { Frequency } from '../freshness/rules'
import { type Dated, type DatedReading, type PeriodReading, type Reading, readingsByPeriod } from '../reading/rules'
import { growth, yearOf } from './growth/rules'

/** A figure somebody said would be reached. */
export type Target = Quantity & {
  entry: number
  /** By when: `ends` is the day after the last one allowed; both ends name the period it is meant for. */
  starts: string | null
  ends: string | null
  /** `change`: a growth or a multiple ("double by 2020"), which only a figure of the same kind can meet. */
  measure: 'level' | 'change'
  /** Earliest known day of its words or publication; null where no source is dated. */
  announcedOn: string | null
}
export type ProgressInput = {
  target: Target
  /** All of one series of the target's key, reporter apart. */
  observations: readonly Reading[]
  frequency: Frequency
  /** Which way is good by the indicator's definition; 0 is told from the target's words. */
  desired: -1 | 0 | 1
  /** ISO day, given from outside. */
  today: string
}

export type NotComputable =
  | 'nothingComparable'
  | 'zeroTarget'
  | 'dueValueMissing'
  | 'disputed'
  | 'undecided'
  | 'notAnnual'
  | 'noBase'
  | 'needsTwoPeriods'
  | 'notPositive'
  | 'baseMeetsTarget'

/** The published classes of the ratio; `behind` is the second and third of them. */
export type PaceClass = 'onTrack' | 'accelerationNeeded' | 'limitedProgress' | 'deterioration'
export type PaceWorking = {
  base: Dated
  latest: Dated
  baseYear: number
  latestYear: number
  targetYear: number
  /** Compound annual growth in percent, two decimals: since the base year, and needed from it to the target year. */
  observed: string
  required: string
  /** d × observed ÷ |required|, in percent, one decimal. */
  ratio: string
  class: PaceClass
}
export type Pace =
  /** `stated`: of an amount that stands until another one is stated, the last one stated before the day. */
  | { code: 'met' | 'missed' | 'achieved'; by: Dated; stated?: true }
  | { code: 'on_track' | 'behind' | 'moving_away'; working: PaceWorking }
  | { code: 'no_deadline' }
  | { code: 'not_computable'; reason: NotComputable }
export type Progress = {
  /** Latest comparable value ÷ target in percent, one decimal; null where there is none. */
  percent: string | null
  latest: Dated | null
  /** The latest value is disputed, or limited by a word ("about"). */
  uncertain: boolean
  direction: 1 | -1
  /** Whether the latest value meets the target; null without one, and where its words leave it open. */
  reached: boolean | null
  /** The full year that growth towards the target is counted from; null where it is disputed or there is none. */
  base: Dated | null
  pace: Pace
}

/**
 * Whether a figure meets a target, as far as the words tell; null where they leave it open ("more than 530" to 1,000;
 * "about 20" to 20). A range is met at its nearer end.
 */
export function reaches(figure: Quantity, target: Quantity, direction: 1 | -1): boolean | null {
  const goal = new Big(direction === 1 || target.valueTo === null ? target.value : target.valueTo)
  const [low, high] = [new Big(figure.value), new Big(figure.valueTo ?? figure.value)]
  const worst = direction === 1 ? low : high
  const strict = target.qualifier === (direction === 1 ? 'more_than' : 'less_than')
  const enough = (v: Big) => (strict ? v.minus(goal).times(direction).gt(0) : v.minus(goal).times(direction).gte(0))
  const better = direction === 1 ? ['more_than', 'at_least'] : ['less_than', 'up_to']
  const worse = direction === 1 ? ['less_than', 'up_to'] : ['more_than', 'at_least']
  if (better.includes(figure.qualifier)) {
    const beyond = figure.qualifier === 'more_than' || figure.qualifier === 'less_than'
    return enough(worst) || (beyond && worst.eq(goal)) ? true : null
  }
  if (worse.includes(figure.qualifier)) return enough(worst) ? null : false
  if (figure.qualifier === 'about') {
    const [least, most] = [low.minus(low.abs().times('0.05')), high.plus(low.abs().times('0.05'))]
    const [bad, good] = direction === 1 ? [least, most] : [most, least]
    return enough(bad) ? true : enough(good) ? null : false
  }
  return enough(worst) || (direction === 1 && enough(high) && figure.valueTo === null)
}

const isYear = (r: Reading) => spanOf(r) === 'year'

/**
 * Full years only, unless the target names its own period or the indicator has no rhythm: January–July is never
 * measured against a year's target.
 */
function comparable({ target, observations, frequency }: ProgressInput): DatedReading[] {
  const all = readingsByPeriod(observations.filter((o) => o.obsStatus !== 'F'))
  if (target.starts !== null && target.ends !== null && spanOf(target) !== 'year')
    return all.filter((r) => r.best.starts === target.starts && r.best.ends === target.ends)
  if (frequency === 'I' && !all.some((r) => isYear(r.best))) return all
  return all.filter((r) => isYear(r.best))
}

/** What the best-ranked readings of a period say together; null where they differ or leave it open. */
function verdict(r: PeriodReading, target: Target, direction: 1 | -1): boolean | null {
  const all = new Set(r.candidates.map((c) => reaches(c, target, direction)))
  return all.size === 1 ? [...all][0]! : null
}

const classOf = (ratio: Big): PaceClass =>
  ratio.gte('0.95')
    ? 'onTrack'
    : ratio.gte('0.6')
      ? 'accelerationNeeded'
      : ratio.gte(0)
        ? 'limitedProgress'
        : 'deterioration'

/** The last full year known before the target was announced, or the first one after. */
function baseOf(years: readonly DatedReading[], { announcedOn }: Target): DatedReading | undefined {
  if (years.some((r) => !isYear(r.best))) return undefined
  return (announcedOn === null ? undefined : years.filter((r) => r.best.ends <= announcedOn).at(-1)) ?? years[0]
}

/** Compound growth so far against the compound growth needed, from the base year to the target year. */
function paceOf(years: DatedReading[], target: Target & { ends: string }, direction: 1 | -1): Pace {
  const no = (reason: NotComputable): Pace => ({ code: 'not_computable', reason })
  if (years.some((r) => !isYear(r.best))) return no('notAnnual')
  const latest = years.at(-1)
  if (!latest) return no('nothingComparable')
  const base = baseOf(years, target)
  if (!base) return no('noBase')
  if (base.disputed || latest.disputed) return no('disputed')
  const targetYear = yearOf(target.ends, -1)
  const [baseYear, latestYear] = [yearOf(base.best.starts), yearOf(latest.best.starts)]
  if (latestYear <= baseYear || targetYear <= baseYear) return no('needsTwoPeriods')
  const goal = direction === -1 && target.valueTo !== null ? target.valueTo : target.value
  if ([base.best.value, latest.best.value, goal].some((v) => new Big(v).lte(0))) return no('notPositive')
  const observed = growth(base.best.value, latest.best.value, latestYear - baseYear)
  const required = growth(base.best.value, goal, targetYear - baseYear)
  if (required.eq(0)) return no('baseMeetsTarget')
  const ratio = observed.times(direction).div(required.abs())
  const cls = classOf(ratio)
  const code = cls === 'onTrack' ? 'on_track' : cls === 'deterioration' ? 'moving_away' : 'behind'
  const percent = (rate: Big, places: number) => rate.times(100).toFixed(places)
  return {
    code,
    working: {
      base: base.best,
      latest: latest.best,
      baseYear,
      latestYear,
      targetYear,
      observed: percent(observed, 2),
      required: percent(required, 2),
      ratio: percent(ratio, 1),
      class: cls,
    },
  }
}

/**
 * After the due day: met by the value of the due period or any comparable one before it, missed only where the value of
 * the due period is known. A
 * capacity has no rhythm and stands until another one is stated: of such an indicator the last one stated between the
 * announcement and the day is the value of that day.
 */
function pastDue(
  years: DatedReading[],
  target: Target & { ends: string },
  direction: 1 | -1,
  frequency: Frequency,
): Pace {
  const inTime = years.filter((r) => r.best.ends <= target.ends)
  const due = inTime.find(
    (r) => r.best.ends === target.ends || (isYear(r.best) && yearOf(r.best.starts) === yearOf(target.ends, -1)),
  )
  const met = [...(due ? [due] : []), ...inTime].find((r) => verdict(r, target, direction) === true)
  if (met) return { code: 'met', by: met.best }
  const announced = target.announcedOn
  const stated =
    due === undefined && frequency === 'I' && announced !== null
      ? inTime.filter((r) => r.best.starts > announced).at(-1)
      : undefined
  const counts = due ?? stated
  if (!counts) return { code: 'not_computable', reason: 'dueValueMissing' }
  if (verdict(counts, target, direction) === false)
    return { code: 'missed', by: counts.best, ...(stated && { stated: true }) }
  return { code: 'not_computable', reason: counts.disputed ? 'disputed' : 'undecided' }
}

/**
 * Progress = latest comparable value ÷ target. Pace by the compound-growth method of Statistics Canada as Open SDG
 * publishes it ("Progress Measurement Methodology for the Sustainable Development Goals", open-sdg.readthedocs.io):
 * CAGRi = (yi ÷ y0)^(1 ÷ (ti − t0)) − 1, CAGRT = (yT ÷ y0)^(1 ÷ (tT − t0)) − 1, R = d × CAGRi ÷ |CAGRT|;
 * R ≥ 95 % on track, 60 % ≤ R < 95 % acceleration needed, 0 ≤ R < 60 % limited progress, below 0 deterioration.
 * Differences, all towards saying less: the base year is that of the announcement, not 2015; a zero or negative value
 * is not computable instead of replaced by 0.001; past its day a target is met or missed, not paced.
 * @example 10 Mt of cargo by 2025, announced 25 Nov 2022: base 2021 0.586 Mt; 4.119 Mt in 2025 → 41.2 %, missed.
 * @example a capacity of 10 Mt by 2025; the last one stated, in December 2024, is 6 Mt → 60 %, missed.
 * @example $1 bn, no deadline: 529.4 m in 2023 → 52.9 %, no_deadline.
 */
export function progressOf(input: ProgressInput): Progress {
  const { target, desired, today } = input
  const downward = target.qualifier === 'less_than' || target.qualifier === 'up_to'
  const direction: 1 | -1 = desired === 0 ? (downward ? -1 : 1) : desired
  const years = comparable(input)
  const latest = years.at(-1)
  const zero = new Big(target.value).eq(0)
  const base = baseOf(years, target)
  const percent = latest && !zero ? new Big(latest.best.value).div(target.value).times(100).toFixed(1) : null
  const result = (pace: Pace): Progress => ({
    percent,
    latest: latest?.best ?? null,
    uncertain: latest !== undefined && (latest.disputed || latest.best.qualifier !== 'exact'),
    direction,
    reached: latest ? verdict(latest, target, direction) : null,
    base: base && !base.disputed ? base.best : null,
    pace,
  })
  const { ends } = target
  if (ends !== null && ends <= today) return result(pastDue(years, { ...target, ends }, direction, input.frequency))
  if (!latest)
    return result(ends === null ? { code: 'no_deadline' } : { code: 'not_computable', reason: 'nothingComparable' })
  if (verdict(latest, target, direction) === true) return result({ code: 'achieved', by: latest.best })
  if (ends === null) return result({ code: 'no_deadline' })
  if (zero) return result({ code: 'not_computable', reason: 'zeroTarget' })
  return result(paceOf(years, { ...target, ends }, direction))
}
