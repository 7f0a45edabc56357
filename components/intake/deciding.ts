import type { CandidateView } from './view'

/** What this screen knows of a candidate since the page was made. */
export type Local = Pick<CandidateView, 'state' | 'revision' | 'entry' | 'mineAt'>

/**
 * A candidate as it is now: while a decision is on its way as it will be, after that whichever of page and screen knows
 * the later decision. What becomes of its entry afterwards only the page knows.
 */
export const withLocal = (view: CandidateView, local: Local | undefined, saving: boolean): CandidateView =>
  local && (saving || local.revision > view.revision) ? { ...view, ...local } : view

/** The decision that taking back means: the latest of whoever looks whose entry nobody has sent on. */
export const lastOfMine = (views: readonly CandidateView[]): CandidateView | null =>
  views
    .filter((v) => v.mineAt !== null && v.state !== 'open' && (v.entry === null || v.entry.state === 'draft'))
    .sort((a, b) => b.mineAt! - a.mineAt!)[0] ?? null

/** Entries of an article that can be sent for review, and those that can be published. */
export function sendable(views: readonly CandidateView[]): { submit: number; publish: number } {
  const states = views.flatMap((v) => v.entry?.state ?? [])
  const submit = states.filter((state) => state === 'draft').length
  return { submit, publish: submit + states.filter((state) => state === 'in_review').length }
}
