import type { Move } from '../moves/rules'
import { type MomentKind, momentKinds } from '../schema'
import type { MomentRecord } from './queries'

/** Something with a place on the time line: what was said to have happened, or a move that is computed. */
export type Moment = { kind: MomentKind; theme: string; day: string; entry: number } & (
  | { said: MomentRecord; moved: null }
  | { said: null; moved: Move }
)

function kindOf({ kind, code }: MomentRecord): MomentKind {
  if (kind === 'stage') return code === 'signed' ? 'signing' : 'step'
  return kind === 'event' || kind === 'statement' ? kind : 'announcement'
}

/** Everything on one line, the newest day first; within a day what happened before what was signed, promised and done. */
export const toMoments = (said: readonly MomentRecord[], moves: readonly Move[]): Moment[] =>
  [
    ...said.map((m): Moment => ({ kind: kindOf(m), theme: m.theme, day: m.day, entry: m.entry, said: m, moved: null })),
    ...moves.map(
      (m): Moment => ({
        kind: 'move',
        theme: m.current.theme,
        day: m.day,
        entry: m.current.entry,
        said: null,
        moved: m,
      }),
    ),
  ].sort(
    (a, b) =>
      (a.day === b.day ? 0 : a.day < b.day ? 1 : -1) ||
      momentKinds.indexOf(a.kind) - momentKinds.indexOf(b.kind) ||
      a.entry - b.entry,
  )

/** Those with a place on the line, and those of which nobody says on which day they were. */
export const isPlaced = ({ said }: Moment): boolean => said === null || !said.undated

export type Choice = { from: string | null; to: string | null; theme: string | null; reporter: string | null }

/** Whether it falls into the days asked for; an event that lasts counts until it ends. The same as the queries ask. */
function isWithin({ day, said }: Moment, { from, to }: Choice): boolean {
  const ends = said?.kind === 'event' ? said.ends : null
  return (from === null || day >= from || (ends !== null && ends > from)) && (to === null || day < to)
}

/** Those of a theme and of the days asked for; moves of a reporter where one is asked for. */
export const chooseMoments = (moments: readonly Moment[], choice: Choice): Moment[] =>
  moments.filter(
    (m) =>
      isWithin(m, choice) &&
      (choice.theme === null || m.theme === choice.theme) &&
      (choice.reporter === null || m.moved === null || m.moved.current.reporter === choice.reporter),
  )

/** Positions are many and nothing follows from them: they stand on the line where they are asked for. */
export const ofKind = (moments: readonly Moment[], kind: MomentKind | null): Moment[] =>
  moments.filter((m) => (kind === null ? m.kind !== 'statement' : m.kind === kind))
