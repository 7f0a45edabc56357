import type { PointRow } from '../points/rules'
import type { EventRecord } from '../timeline/queries'

/** The part of a view's filters that chooses among rows which have been read already. */
export type Choice = { from: string | null; to: string | null; reporter: string | null; theme: string | null }

/** Overlaps the days asked for; a period that is open at an end may. The same as `listPoints` asks of the database. */
const within = (p: { starts: string | null; ends: string | null }, { from, to }: Choice) =>
  (from === null || p.ends === null || p.ends > from) && (to === null || p.starts === null || p.starts < to)

/** Of the points that were read those that a view asks for, in the same order. */
export const choosePoints = (points: readonly PointRow[], choice: Choice): PointRow[] =>
  points.filter(
    (p) =>
      (choice.reporter === null || p.reporter === choice.reporter) &&
      (choice.theme === null || p.theme === choice.theme) &&
      within(p, choice),
  )

/** Whether a series may go on beyond what was read of it. */
export function isCut(points: readonly PointRow[], read: number): boolean {
  const lengths = new Map<number, number>()
  for (const { seriesId } of points) lengths.set(seriesId, (lengths.get(seriesId) ?? 0) + 1)
  return [...lengths.values()].some((length) => length >= read)
}

/** Dated events that had not ended by a day; one without an end counts by its beginning. */
export const chooseEvents = (events: readonly EventRecord[], from: string | null): EventRecord[] =>
  events.filter((e) => from === null || e.starts >= from || (e.ends !== null && e.ends > from))
