import { daysBetween, lastDay } from '@/lib/periods/rules'

/** A recorded step of an agreement; where it names no parties it is a step of all of them. */
export type AgreementStep = { code: string; on: string; parties: readonly string[] }
export type AgreementInput = {
  /** Kind of instrument: "treaty", "memorandum", … */
  type: string
  /** Everybody who signs, by name. */
  parties: readonly string[]
  /** The term it runs for, half-open; either end may be unknown. */
  starts: string | null
  ends: string | null
  /** Earliest day of its words or publication. */
  announced: string | null
  steps: readonly AgreementStep[]
}

/** How long an agreement may wait for its next step, and how long before its end it is about to expire, in days. */
export const patience = 365
export const notice = 365

/** What takes effect by a later step. A contract, a memorandum or a declaration is complete when it is signed. */
export const takesEffectLater: ReadonlySet<string> = new Set(['treaty', 'agreement', 'programme', 'roadmap'])

export type AgreementStanding = {
  /** Days until the last day of its term, where that is near and nothing ended it before. */
  expiresIn: number | null
  /** Days since its last step, where a further one has been awaited for too long, and what that last step was. */
  waiting: { days: number; since: string; after: 'announced' | 'signed' | 'ratified' } | null
  /** Parties that are not recorded as having signed although others are. */
  unsigned: string[]
}

const ended = new Set(['terminated', 'lapsed', 'withdrawn', 'suspended'])
const settled = new Set(['in_force', ...ended])

/**
 * Whether an agreement is about to expire or has stalled, on a given day.
 *
 * It expires when the last day of its stated term is at most `notice` days away. It has stalled when it was announced and
 * never signed, or signed (or ratified) and is not in force, for more than `patience` days: only where it is of a type
 * that takes effect by a later step, and has no term that it runs for. Both speak of what is recorded: a step that
 * nobody entered is missing here as well.
 * @param today ISO day; later steps are not counted.
 */
export function agreementStanding(input: AgreementInput, today: string): AgreementStanding {
  const steps = input.steps.filter((s) => s.on <= today).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const last = lastDay(input)
  const over = steps.some((s) => ended.has(s.code))
  const left = last === null ? null : daysBetween(today, last)
  const expiresIn = left !== null && left >= 0 && left <= notice && !over ? left : null
  return { expiresIn, waiting: waitingOf(input, steps, today), unsigned: unsignedOf(input.parties, steps) }
}

function waitingOf(
  { type, starts, ends, announced }: AgreementInput,
  steps: readonly AgreementStep[],
  today: string,
): AgreementStanding['waiting'] {
  if (steps.some((s) => settled.has(s.code))) return null
  const step = steps.findLast((s) => s.code === 'signed' || s.code === 'ratified')
  if (step && (!takesEffectLater.has(type) || starts !== null || ends !== null)) return null
  const since = step?.on ?? announced
  if (since === null || type === 'set') return null
  const days = daysBetween(since, today)
  if (days <= patience) return null
  return { days, since, after: step === undefined ? 'announced' : step.code === 'signed' ? 'signed' : 'ratified' }
}

function unsignedOf(parties: readonly string[], steps: readonly AgreementStep[]): string[] {
  const signings = steps.filter((s) => s.code === 'signed')
  if (!signings.length || signings.some((s) => !s.parties.length)) return []
  const signed = new Set(signings.flatMap((s) => s.parties))
  return parties.filter((party) => !signed.has(party))
}
