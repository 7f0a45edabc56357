import type { PromiseRecord } from '@/lib/dashboards/promises/queries'
import type { Assessed } from '@/lib/dashboards/promises/rules'

/**
 * How much of each kind a brief tells at most. A brief has two to four pages, however much a relation holds: what is
 * least needed to act is left out first, and the page of the relation has the rest.
 */
export type Bounds = {
  indicators: number
  /** Of one indicator. */
  figures: number
  charts: number
  open: number
  closed: number
  conflicts: number
  happened: number
  corrections: number
}

/** From the fullest brief to the barest, which are tried in turn until one fits. */
export const ladder: readonly Bounds[] = [
  { indicators: 6, figures: 3, charts: 4, open: 9, closed: 6, conflicts: 4, happened: 7, corrections: 4 },
  { indicators: 6, figures: 2, charts: 4, open: 7, closed: 4, conflicts: 3, happened: 5, corrections: 3 },
  { indicators: 5, figures: 2, charts: 2, open: 5, closed: 3, conflicts: 2, happened: 4, corrections: 2 },
  { indicators: 3, figures: 2, charts: 2, open: 3, closed: 2, conflicts: 1, happened: 2, corrections: 1 },
  { indicators: 2, figures: 1, charts: 1, open: 2, closed: 1, conflicts: 1, happened: 1, corrections: 1 },
]

/** The first of the ladder whose document fits, else the barest. */
export function firstThatFits<T>(make: (bounds: Bounds) => T, fits: (made: T) => boolean): T {
  for (const bounds of ladder.slice(0, -1)) {
    const made = make(bounds)
    if (fits(made)) return made
  }
  return make(ladder.at(-1)!)
}

/** Half-open days that a brief is about. */
export type Window = { from: string; to: string }

const yearsBack = 3

/** The period chosen; where none is, the three years up to the day the brief is known on. */
export function windowOf(asked: { from: string | null; to: string | null }, known: string): Window {
  const day = new Date(`${known}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + 1)
  const to = asked.to ?? day.toISOString().slice(0, 10)
  const back = new Date(`${asked.to ?? known}T00:00:00Z`)
  back.setUTCFullYear(back.getUTCFullYear() - yearsBack)
  return { from: asked.from ?? back.toISOString().slice(0, 10), to }
}

export const isWithin = (day: string, { from, to }: Window) => day >= from && day < to

/** The day that says when a promise was decided: its last step, else the day it fell due, else that of its words. */
export function decidedOn(p: Pick<PromiseRecord, 'steps' | 'ends' | 'announced' | 'knownOn'>): string {
  const last = p.steps.at(-1)
  return last ? (last.starts ?? last.ends ?? last.knownOn) : (p.ends ?? p.announced ?? p.knownOn)
}

export type ChosenPromise = { promise: PromiseRecord; assessed: Assessed }

const later = (a: string, b: string) => (a < b ? 1 : a > b ? -1 : 0)

/** When something was last heard of a promise. */
const heardOn = (p: PromiseRecord): string => (p.steps.length ? decidedOn(p) : (p.announced ?? p.knownOn))

/**
 * Promises that a brief tells. Open ones: targets of the headline indicators first, then those with a day, the nearest
 * first, then those of which something was heard last. Closed ones: those decided in the window, the latest first. A
 * signed agreement is no promise that waits: its signing is told among what happened.
 * @param headline codes of the headline indicators.
 */
export function choosePromises(
  promises: readonly PromiseRecord[],
  assessedOf: (entry: number) => Assessed,
  window: Window,
  headline: ReadonlySet<string>,
): { open: ChosenPromise[]; closed: ChosenPromise[] } {
  const all = promises.map((promise) => ({ promise, assessed: assessedOf(promise.entry) }))
  const place = ({ indicator, measure }: PromiseRecord) =>
    indicator !== null && measure === 'level' && headline.has(indicator) ? 0 : 1
  const open = all
    .filter(({ promise, assessed }) => assessed.status.open && (promise.announced ?? promise.knownOn) < window.to)
    .sort(({ promise: a }, { promise: b }) => {
      if (place(a) !== place(b)) return place(a) - place(b)
      if (a.ends !== b.ends) return a.ends === null ? 1 : b.ends === null ? -1 : later(b.ends, a.ends)
      return later(heardOn(a), heardOn(b)) || b.entry - a.entry
    })
  const closed = all
    .filter(({ promise, assessed }) => !assessed.status.open && promise.kind !== 'agreement')
    .filter(({ promise }) => isWithin(decidedOn(promise), window))
    .sort(({ promise: a }, { promise: b }) => later(decidedOn(a), decidedOn(b)) || b.entry - a.entry)
  return { open, closed }
}

const keptCodes: ReadonlySet<string> = new Set(['met', 'achieved', 'delivered', 'delivered_late'])
const brokenCodes: ReadonlySet<string> = new Set(['missed', 'short', 'lapsed', 'withdrawn', 'partly_delivered'])

/** How closed promises ended: kept (late or not), not kept, or past their day with nothing known. */
export function countOutcomes(closed: readonly ChosenPromise[]): { kept: number; broken: number; untold: number } {
  const kept = closed.filter(({ assessed }) => keptCodes.has(assessed.status.code)).length
  const broken = closed.filter(({ assessed }) => brokenCodes.has(assessed.status.code)).length
  return { kept, broken, untold: closed.length - kept - broken }
}
