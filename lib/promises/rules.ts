import { citationOf, cited } from '@/lib/dashboards/citations/rules'
import { formatDay, periodText } from '@/lib/dashboards/points/rules'
import type { PromiseRecord, StepRecord } from '@/lib/dashboards/promises/queries'
import type { Assessed } from '@/lib/dashboards/promises/rules'
import type { PromiseRow } from '@/lib/dashboards/schema'
import { toSlug } from '@/lib/entities/rules'
import type { Citation, Columns } from '@/lib/formats/csv'
import { citationColumns } from '@/lib/formats/csv'
import { sayIn } from '@/lib/i18n/say'
import { lastDay, lengthInDays, spanOf } from '@/lib/periods/rules'
import { byWhen, type ReporterContext, toReporterLine } from './reporters/rules'
import { type Outcome, outcomes, type PromiseFilters, type PromiseLine, type TrailStep } from './schema'

const kept = new Set(['delivered', 'delivered_late', 'met', 'achieved'])
const late = new Set(['delivered_late', 'overdue'])
const missed = new Set(['missed', 'short', 'lapsed', 'withdrawn'])

/** Under which questions the state of a promise answers; more than one where it was kept late. */
export function outcomesOf({ code, open }: { code: string; open: boolean }): Outcome[] {
  const told: Outcome[] = []
  if (open) told.push('open')
  if (kept.has(code)) told.push('kept')
  if (late.has(code)) told.push('late')
  if (missed.has(code)) told.push('missed')
  return told.length ? told : ['undecided']
}

export type LineContext = ReporterContext & { citations: ReadonlyMap<number, Citation> }

/** Steps that say what became of a promise, rather than that it goes on. */
const deciding = new Set(['delivered', 'partly_delivered', 'lapsed', 'withdrawn'])

const stepDay = (s: StepRecord) => s.starts ?? s.ends ?? s.knownOn

function trailOf(c: LineContext, p: PromiseRecord, row: PromiseRow): TrailStep[] {
  const said: TrailStep = {
    entry: p.entry,
    href: row.href,
    code: 'announced',
    on: row.announced ?? sayIn(c.locale, 'promises')('announcedUnknown'),
    text: sayIn(c.locale, 'promises')('announced'),
    note: p.speaker,
    ...cited(c, p.entry),
  }
  const steps = p.steps.map((s, i): TrailStep => {
    const shown = row.steps[i]!
    return {
      entry: s.entry,
      href: shown.href,
      code: s.code,
      on: shown.on,
      text: [sayIn(c.locale)(`steps.${s.code}`), ...s.parties].join(', '),
      note: s.note,
      ...cited(c, s.entry),
    }
  })
  return [said, ...steps]
}

/** What the deciding step says of itself, with how many days it took where it took several. */
function outcomeOf(c: LineContext, p: PromiseRecord, row: PromiseRow): PromiseLine['outcome'] {
  const at = p.steps.findLastIndex((s) => deciding.has(s.code))
  const step = p.steps[at]
  if (!step) return null
  const days = spanOf(step) === 'interval' ? lengthInDays(step) : null
  const on = periodText(step, c.locale)
  const lasted = days === null ? on : sayIn(c.locale, 'promises')('lasted', { count: days, on })
  return { ...row.steps[at]!, text: [lasted, step.note].filter(Boolean).join(': ') }
}

/**
 * A promise as its page shows it: who, to whom, when said and said again, by when, what became of it, and how far each
 * reporter's figures have come.
 * @param row the same promise as a dashboard shows it.
 */
export function toLine(
  c: LineContext,
  p: PromiseRecord,
  row: PromiseRow,
  { status, progress }: Assessed,
  reporter: string | null,
): PromiseLine {
  const say = sayIn(c.locale, 'promises')
  const last = lastDay({ starts: null, ends: p.ends })
  const days = status.days ?? null
  return {
    entry: p.entry,
    version: p.version,
    href: row.href,
    kind: p.kind === 'target' ? 'target' : 'commitment',
    kindText: say(`kind.${p.code ?? 'target'}`),
    what: row.what,
    who: row.who,
    theme: p.theme,
    themeText: sayIn(c.locale)(`themes.${p.theme}`),
    quoted: cited(c, p.entry).quoted,
    note: p.note,
    announced: p.announced === null ? null : { on: p.announced, text: formatDay(p.announced, c.locale) },
    restated: p.steps.filter((s) => s.code === 'restated').length,
    due: byWhen(p, c.locale),
    dueOn: p.ends,
    status,
    outcomes: outcomesOf(status),
    detail: days !== null && last !== null ? say('lateBy', { days, last: formatDay(last, c.locale) }) : null,
    outcome: outcomeOf(c, p, row),
    trail: trailOf(c, p, row),
    reporters: progress
      .filter(({ head }) => reporter === null || head.reporter === reporter)
      .map((reported) => toReporterLine(c, p, reported)),
  }
}

/** Everybody who promised, was promised something, or said it, as parts of an address. */
export const peopleOf = (p: PromiseRecord): { slug: string; name: string }[] =>
  [...p.parties.map(({ name }) => name), ...(p.speaker ? [p.speaker] : [])]
    .map((name) => ({ slug: toSlug(name), name }))
    .filter(({ slug }) => slug !== '')

/** Whether a promise is among those asked for, its state apart. */
export const isAsked = (p: PromiseRecord, { kind, theme, who, from, to }: PromiseFilters): boolean =>
  (from === null || (p.announced !== null && p.announced >= from)) &&
  (to === null || (p.announced !== null && p.announced < to)) &&
  (kind === null || p.kind === kind) &&
  (theme === null || p.theme === theme) &&
  (who === null || peopleOf(p).some(({ slug }) => slug === who))

export const countOutcomes = (lines: readonly Pick<PromiseLine, 'outcomes'>[]): Record<Outcome, number> =>
  Object.fromEntries(
    outcomes.map((outcome) => [outcome, lines.filter((l) => l.outcomes.includes(outcome)).length]),
  ) as Record<Outcome, number>

type Sortable = Pick<PromiseLine, 'announced' | 'dueOn' | 'entry'> & { changed: string }

/** What is not known comes last; equals stay in the order of their entries, the newest first. */
const orders: Record<NonNullable<PromiseFilters['sort']> | 'announced', (a: Sortable, b: Sortable) => number> = {
  announced: (a, b) => (b.announced?.on ?? '').localeCompare(a.announced?.on ?? ''),
  due: (a, b) => (a.dueOn ?? '9999-99-99').localeCompare(b.dueOn ?? '9999-99-99'),
  changed: (a, b) => b.changed.localeCompare(a.changed),
}

/** The day something last happened to a promise. */
export const changedOn = (p: PromiseRecord): string =>
  [p.announced ?? '', ...p.steps.map(stepDay)].reduce((newest, day) => (day > newest ? day : newest), '')

export const inOrder = <T extends Sortable>(lines: readonly T[], sort: PromiseFilters['sort']): T[] =>
  [...lines].sort((a, b) => orders[sort ?? 'announced'](a, b) || b.entry - a.entry)

/** One step of a promise as a row of a file; the announcement is the first of each. */
export type PromiseFileRow = Citation & {
  promise: number
  kind: string
  what: string
  who: string | null
  theme: string
  announced: string | null
  due: string
  status: string
  step: string
  on: string
  note: string | null
}
export const promiseColumns: Columns<PromiseFileRow> = {
  promise: 'promise_id',
  kind: 'kind',
  what: 'what',
  who: 'who',
  theme: 'theme',
  announced: 'announced',
  due: 'due',
  status: 'status',
  step: 'step',
  on: 'step_date',
  note: 'note',
  ...citationColumns,
}

/** A row for each step, so that each row cites the evidence of what it says. */
export const toFileRows = (lines: readonly PromiseLine[], citations: ReadonlyMap<number, Citation>): PromiseFileRow[] =>
  lines.flatMap((l) =>
    l.trail.map((step) => ({
      promise: l.entry,
      kind: l.kind,
      what: l.what,
      who: l.who,
      theme: l.theme,
      announced: l.announced?.on ?? null,
      due: l.due,
      status: l.status.text,
      step: step.text,
      on: step.on,
      note: step.code === 'announced' ? l.note : step.note,
      ...citationOf(citations, step.entry, l.version),
    })),
  )
