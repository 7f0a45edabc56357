import { type AgreementStanding, agreementStanding } from '@/lib/assessments/agreement-standing/rules'
import { citationOf, cited } from '@/lib/dashboards/citations/rules'
import { evidenceHref, formatDay, periodText } from '@/lib/dashboards/points/rules'
import type { PromiseRecord, StepRecord } from '@/lib/dashboards/promises/queries'
import type { Assessed } from '@/lib/dashboards/promises/rules'
import { toSlug } from '@/lib/entities/rules'
import type { Clock } from '@/lib/entries/queries'
import { type Citation, type Columns, citationColumns } from '@/lib/formats/csv'
import type { Locale } from '@/lib/i18n/locales'
import { sayIn } from '@/lib/i18n/say'
import {
  type AgreementFilters,
  type AgreementLine,
  type AgreementStage,
  type PartyLine,
  type Standing,
  standings,
} from './schema'

export type AgreementContext = {
  slug: string
  locale: Locale
  clock: Clock
  clocks: { known: string | null; edition: string | null }
  citations: ReadonlyMap<number, Citation>
}

/** The day of a step; one known only to have happened by a day has that day. */
export const stepDay = (s: Pick<StepRecord, 'starts' | 'ends' | 'knownOn'>): string => s.starts ?? s.ends ?? s.knownOn

/** A set of unknown number ("a package of agreements") stands in the register and is never counted. */
export const isCounted = (p: Pick<PromiseRecord, 'kind' | 'code'>): boolean =>
  p.kind === 'agreement' && p.code !== 'set'

export const partiesOf = (p: PromiseRecord): string[] =>
  p.parties.filter(({ role }) => role === 'signatory' || role === 'participant').map(({ name }) => name)

/** When it was first signed; null where no signature is recorded. */
export const signedOn = (p: PromiseRecord): string | null =>
  p.steps
    .filter((s) => s.code === 'signed')
    .map(stepDay)
    .sort()[0] ?? null

export const standingOf = (p: PromiseRecord, today: string): AgreementStanding =>
  agreementStanding(
    {
      type: p.code ?? 'agreement',
      parties: partiesOf(p),
      starts: p.starts,
      ends: p.ends,
      announced: p.announced,
      steps: p.steps.map((s) => ({ code: s.code, on: stepDay(s), parties: s.parties })),
    },
    today,
  )

const over = new Set(['terminated', 'suspended', 'lapsed', 'withdrawn', 'expired'])

/** Under which questions the state of an agreement answers. */
export function standingsOf({ code }: { code: string }, { expiresIn, waiting }: AgreementStanding): Standing[] {
  const told: Standing[] = []
  if (code === 'announced') told.push('announced')
  if (code === 'signed' || code === 'ratified') told.push('signed')
  if (code === 'in_force') told.push('in_force')
  if (over.has(code)) told.push('over')
  if (expiresIn !== null) told.push('expiring')
  if (waiting !== null) told.push('stalled')
  return told
}

const toStage = (c: AgreementContext, s: StepRecord): AgreementStage => ({
  entry: s.entry,
  href: evidenceHref(c.slug, s.entry, c.clocks),
  code: s.code,
  text: sayIn(c.locale)(`steps.${s.code}`),
  on: periodText(
    s.starts || s.ends || s.words ? s : { starts: null, ends: null, words: formatDay(s.knownOn, c.locale) },
    c.locale,
  ),
  note: s.note,
  ...cited(c, s.entry),
})

/** Parties with the same steps stand in one line; a step that names no parties is one of all of them. */
export function partyLines(c: AgreementContext, p: PromiseRecord, unsigned: readonly string[]): PartyLine[] {
  const named = partiesOf(p)
  const strangers = p.steps.flatMap((s) => s.parties).filter((name) => !named.includes(name))
  const lines = new Map<string, PartyLine>()
  for (const name of [...named, ...new Set(strangers)]) {
    const own = p.steps.filter((s) => !s.parties.length || s.parties.includes(name))
    const key = own.map((s) => s.entry).join(' ')
    const there = lines.get(key)
    if (there) there.names.push(name)
    else lines.set(key, { names: [name], stages: own.map((s) => toStage(c, s)), unsigned: unsigned.includes(name) })
  }
  return [...lines.values()]
}

/** An agreement as the register shows it. */
export function toLine(c: AgreementContext, p: PromiseRecord, { status }: Pick<Assessed, 'status'>): AgreementLine {
  const say = sayIn(c.locale, 'agreements')
  const standing = standingOf(p, c.clock.known)
  const { expiresIn, waiting, unsigned } = standing
  const warnings = [
    ...(expiresIn === null ? [] : [say('expiresIn', { days: expiresIn })]),
    ...(waiting === null ? [] : [say(`waiting.${waiting.after}`, { days: waiting.days })]),
    ...unsigned.map((name) => say('unsigned', { name })),
  ]
  return {
    entry: p.entry,
    version: p.version,
    href: evidenceHref(c.slug, p.entry, c.clocks),
    title: p.title ?? '',
    otherTitles: p.otherTitles,
    type: p.code ?? 'agreement',
    typeText: say(`types.${p.code ?? 'agreement'}`),
    theme: p.theme,
    themeText: sayIn(c.locale)(`themes.${p.theme}`),
    about: p.about === c.slug ? null : p.aboutName,
    parties: partyLines(c, p, unsigned),
    signedOn: signedOn(p),
    endsOn: p.ends,
    term: p.starts !== null || p.ends !== null ? periodText(p, c.locale) : null,
    status,
    standings: standingsOf(status, standing),
    warnings,
    note: p.note,
    ...cited(c, p.entry),
  }
}

export const peopleOf = (p: PromiseRecord): { slug: string; name: string }[] =>
  partiesOf(p)
    .map((name) => ({ slug: toSlug(name), name }))
    .filter(({ slug }) => slug !== '')

/** Whether an agreement is among those asked for, its state apart. */
export function isAsked(p: PromiseRecord, { kind, theme, who, from, to }: AgreementFilters): boolean {
  const on = signedOn(p)
  return (
    (kind === null || p.code === kind) &&
    (theme === null || p.theme === theme) &&
    (who === null || peopleOf(p).some(({ slug }) => slug === who)) &&
    (from === null || (on !== null && on >= from)) &&
    (to === null || (on !== null && on < to))
  )
}

export const countStandings = (lines: readonly Pick<AgreementLine, 'standings'>[]): Record<Standing, number> =>
  Object.fromEntries(
    standings.map((standing) => [standing, lines.filter((l) => l.standings.includes(standing)).length]),
  ) as Record<Standing, number>

const orders: Record<NonNullable<AgreementFilters['sort']> | 'signed', (a: AgreementLine, b: AgreementLine) => number> =
  {
    signed: (a, b) => (b.signedOn ?? '').localeCompare(a.signedOn ?? ''),
    ending: (a, b) => (a.endsOn ?? '9999-99-99').localeCompare(b.endsOn ?? '9999-99-99'),
    title: (a, b) => a.title.localeCompare(b.title),
  }
export const inOrder = (lines: readonly AgreementLine[], sort: AgreementFilters['sort']): AgreementLine[] =>
  [...lines].sort((a, b) => orders[sort ?? 'signed'](a, b) || b.entry - a.entry)

/** One step of an agreement as a row of a file; the agreement itself is the first of each. */
export type AgreementFileRow = Citation & {
  agreement: number
  type: string
  title: string
  otherTitles: string
  parties: string
  theme: string
  term: string | null
  status: string
  warnings: string
  step: string | null
  stepParties: string | null
  on: string | null
  note: string | null
}
export const agreementColumns: Columns<AgreementFileRow> = {
  agreement: 'agreement_id',
  type: 'type',
  title: 'title',
  otherTitles: 'other_titles',
  parties: 'parties',
  theme: 'theme',
  term: 'term',
  status: 'status',
  warnings: 'remarks',
  step: 'step',
  stepParties: 'step_parties',
  on: 'step_date',
  note: 'note',
  ...citationColumns,
}

/** A row for the agreement and one for each step, so that each row cites the evidence of what it says. */
export function toFileRows(
  lines: readonly AgreementLine[],
  citations: ReadonlyMap<number, Citation>,
): AgreementFileRow[] {
  return lines.flatMap((l) => {
    const common = {
      agreement: l.entry,
      type: l.type,
      title: l.title,
      otherTitles: l.otherTitles.join('; '),
      parties: l.parties.flatMap((p) => p.names).join('; '),
      theme: l.theme,
      term: l.term,
      status: l.status.text,
      warnings: l.warnings.join('; '),
    }
    const citation = (entry: number) => citationOf(citations, entry, l.version)
    const stages = new Map(l.parties.flatMap((p) => p.stages.map((s) => [s.entry, s] as const)))
    const namesAt = (entry: number) =>
      l.parties.filter((p) => p.stages.some((s) => s.entry === entry)).flatMap((p) => p.names)
    return [
      { ...common, step: null, stepParties: null, on: null, note: l.note, ...citation(l.entry) },
      ...[...stages.values()].map((s) => ({
        ...common,
        step: s.text,
        stepParties: namesAt(s.entry).join('; '),
        on: s.on,
        note: s.note,
        ...citation(s.entry),
      })),
    ]
  })
}
