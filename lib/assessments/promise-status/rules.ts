import { daysBetween, lastDay } from '@/lib/periods/rules'
import { type Lateness, lateness } from '../lateness/rules'
import type { Pace } from '../progress/rules'

/** A typed step with its day; a step known only by a longer stretch has that stretch's first day. */
export type Step = { code: string; on: string }
export type PromiseInput = {
  kind: 'target' | 'commitment' | 'agreement'
  /** Earliest known day of its words or publication (`announcedOn`), null where no source is dated. */
  announced: string | null
  /** The day after the last one allowed; null = no deadline stated. Of an agreement it is the end of its term. */
  due: string | null
  /** The first day of the time that was named, where one was: whether a year, a month or a day was named is told by it. */
  starts?: string | null
  steps: readonly Step[]
  /** Targets: the pace by each reporter's figures (`progressOf`); they may disagree. */
  paces?: readonly Pace[]
}

export type PromiseCode =
  | 'announced'
  | 'restated'
  | 'in_progress'
  | 'delivered'
  | 'delivered_late'
  | 'partly_delivered'
  | 'overdue'
  | 'lapsed'
  | 'withdrawn'
  | 'met'
  | 'achieved'
  | 'missed'
  | 'on_track'
  | 'behind'
  | 'moving_away'
  | 'signed'
  | 'ratified'
  | 'in_force'
  | 'suspended'
  | 'terminated'
  | 'expired'
export type PromiseStatus = {
  code: PromiseCode
  announced: string | null
  /** How often it was said again, and when last. */
  restated: number
  restatedOn: string | null
  /** Last day allowed. */
  due: string | null
  noDeadline: boolean
  /** Days after the last day allowed: of the delivery, or so far. */
  lateDays: number | null
  /** How late the delivery was, in the unit that was named. */
  late: Lateness | null
  /** Day of the step that decides the code. */
  since: string | null
  /** Something may still become of it. */
  open: boolean
}

/** Earliest day of words or publication among the evidence; the day somebody read a page says nothing and is not asked for. */
export function announcedOn(evidence: readonly { saidOn: string | null; publishedOn: string | null }[]): string | null {
  const days = evidence.flatMap((e) => [e.saidOn, e.publishedOn]).filter((day) => day !== null)
  return days.sort()[0] ?? null
}

const closed = new Set<PromiseCode>([
  'delivered',
  'delivered_late',
  'lapsed',
  'withdrawn',
  'met',
  'achieved',
  'missed',
  'signed',
  'ratified',
  'in_force',
  'terminated',
  'expired',
])
const promiseSteps = ['in_progress', 'delivered', 'partly_delivered', 'lapsed', 'withdrawn']
/** In the order in which they follow each other on one day. */
const agreementSteps = ['signed', 'ratified', 'in_force', 'suspended', 'terminated', 'lapsed', 'withdrawn']

/** The newest of `codes`; where two share a day, the later in the list. */
function newest(steps: readonly Step[], codes: readonly string[]): Step | null {
  const order = (a: Step, b: Step) =>
    a.on < b.on ? -1 : a.on > b.on ? 1 : codes.indexOf(a.code) - codes.indexOf(b.code)
  return (
    steps
      .filter((s) => codes.includes(s.code))
      .sort(order)
      .at(-1) ?? null
  )
}

/** What every reporter's figures say; null where they say nothing or contradict each other. */
function figuresSay(paces: readonly Pace[]): Pace['code'] | null {
  const told = new Set(paces.map((p) => p.code).filter((code) => code !== 'not_computable' && code !== 'no_deadline'))
  return told.size === 1 ? [...told][0]! : null
}

function codeOf(
  input: PromiseInput,
  steps: readonly Step[],
  late: boolean,
  pastDue: boolean,
): [PromiseCode, Step | null] {
  const again = newest(steps, ['restated'])
  if (input.kind === 'agreement') {
    const step = newest(steps, agreementSteps)
    const inTerm = step !== null && ['signed', 'ratified', 'in_force'].includes(step.code)
    if (inTerm && pastDue) return ['expired', step]
    return step ? [step.code as PromiseCode, step] : ['announced', null]
  }
  const step = newest(steps, promiseSteps)
  if (step?.code === 'withdrawn' || step?.code === 'lapsed') {
    if (!again || again.on <= step.on) return [step.code, step]
    return ['restated', again]
  }
  const figures = figuresSay(input.paces ?? [])
  if (figures === 'met' || figures === 'achieved' || figures === 'missed') return [figures, null]
  if (step?.code === 'delivered') return [late ? 'delivered_late' : 'delivered', step]
  if (pastDue) return step?.code === 'partly_delivered' ? ['partly_delivered', step] : ['overdue', step]
  if (figures === 'on_track' || figures === 'behind' || figures === 'moving_away') return [figures, null]
  if (step) return [step.code as PromiseCode, step]
  return again ? ['restated', again] : ['announced', null]
}

/**
 * What has become of a promise. Steps are typed by editors with evidence; announced, late, met and missed are computed:
 * late is a delivery, or none, after the day that was promised; met and missed follow from figures alone, and only where
 * all reporters' figures say the same. A restatement after a withdrawal revives the promise, any other leaves the state.
 * @param today ISO day, given from outside; later steps are not counted.
 * @example Ten Days of Culture "next year" (due 2024-01-01), delivered 2024-09-24: delivered_late, 268 days.
 * @example $1 bn, no deadline, restated three times: restated, 3, open, noDeadline.
 */
export function promiseStatus(input: PromiseInput, today: string): PromiseStatus {
  const steps = input.steps.filter((s) => s.on <= today)
  const isAgreement = input.kind === 'agreement'
  const due = lastDay({ starts: null, ends: input.due })
  const delivery = newest(steps, ['delivered'])
  const late = !isAgreement && input.due !== null && delivery !== null && delivery.on >= input.due
  const pastDue = input.due !== null && input.due <= today
  const [code, deciding] = codeOf(input, steps, late, pastDue)
  const again = steps.filter((s) => s.code === 'restated')
  const lateOn = code === 'delivered_late' ? delivery!.on : code === 'overdue' ? today : null
  return {
    code,
    announced: input.announced,
    restated: again.length,
    restatedOn: newest(again, ['restated'])?.on ?? null,
    due: isAgreement ? null : due,
    noDeadline: !isAgreement && input.due === null,
    lateDays: lateOn && due ? daysBetween(due, lateOn) : null,
    late: code === 'delivered_late' ? lateness({ starts: input.starts ?? null, ends: input.due! }, delivery!.on) : null,
    since: deciding?.on ?? null,
    open: !closed.has(code),
  }
}
