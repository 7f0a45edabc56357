import { type Fields, typedOr } from '@/lib/action/fields'
import { linesOf, type Meanings, slugOf } from '@/lib/entities/rules'
import { toFaults } from '@/lib/errors/issues'
import type { Fault } from '@/lib/errors/refusal'
import { isSourceBegun, sourceIdIn, toSourceInput } from '@/lib/sources/rules'
import { SourceInput } from '@/lib/sources/schema'
import { EntryInput } from '../schema'
import { readBase, readFigure, readPeriod } from './figures/rules'

/** How many rows a form shows at least, by the name they begin with. */
export const rowNames = ['evidence', 'parties'] as const
export type RowName = (typeof rowNames)[number]

/** The rows of a list in a form, e.g. 0 and 2 for `evidence.0.quote` and `evidence.2.source`. */
export function rowsIn(fields: Fields, name: RowName): number[] {
  const rows = Object.keys(fields).flatMap((key) => /^(\w+)\.(\d{1,3})\./.exec(key)?.slice(1) ?? [])
  const found = rows.flatMap((part, i) => (part === name && i % 2 === 0 ? [Number(rows[i + 1])] : []))
  return [...new Set(found)].sort((a, b) => a - b)
}

const entityField =
  /^(series\.(about|reporter|origin)|about|place|parties\.\d+\.entity|evidence\.\d+\.(speaker|new\.publisher))$/

/** Everything in a form that names an entity: to be looked up before the form is read. */
export const entityTexts = (fields: Fields): string[] => [
  ...new Set(Object.keys(fields).flatMap((name) => (entityField.test(name) ? (typedOr(fields, name) ?? []) : []))),
]

/** What reading a form needs to know of the world. */
export type Known = {
  meanings: Meanings
  /** Indicator code → the unit its levels are counted in. */
  units: ReadonlyMap<string, string>
}

export type NewSource = { row: number; place: number; input: SourceInput }
export type ReadForm =
  | { ok: true; input: EntryInput; newSources: NewSource[]; rows: Record<RowName, number[]> }
  | { ok: false; faults: Fault[] }

const isBlankEvidence = (fields: Fields, row: number) =>
  ['source', 'quote', 'locator', 'speaker', 'speakerAs', 'saidOn'].every(
    (name) => typedOr(fields, `evidence.${row}.${name}`) === null,
  ) && !isSourceBegun(fields, `evidence.${row}.new.`)

/** Faults of a list by its filled rows → by the rows the form shows, so that each stands beside its field. */
export const besideRows = (faults: readonly Fault[], rows: Record<RowName, number[]>): Fault[] =>
  faults.map((fault) => ({
    ...fault,
    field: fault.field.replace(
      /^(evidence|parties)\.(\d+)\./,
      (_, name: RowName, at: string) => `${name}.${rows[name][Number(at)] ?? at}.`,
    ),
  }))

/**
 * A form of any kind, as typed, read into what the mutation takes; or every fault, each named after its field.
 * Empty rows of evidence and parties are left out. Pure: what names mean is looked up before (`entityTexts`).
 */
export function toEntryInput(fields: Fields, known: Known): ReadForm {
  const faults: Fault[] = []
  const entity = (field: string): string | null => {
    const text = typedOr(fields, field)
    if (text === null) return null
    const found = slugOf(text, field, known.meanings)
    if ('slug' in found) return found.slug
    faults.push(found.fault)
    return null
  }
  const required = (field: string): string | undefined => entity(field) ?? undefined
  const rows = {
    evidence: rowsIn(fields, 'evidence').filter((row) => !isBlankEvidence(fields, row)),
    parties: rowsIn(fields, 'parties').filter((row) => typedOr(fields, `parties.${row}.entity`) !== null),
  }
  const newSources: NewSource[] = []
  const evidence = rows.evidence.map((row, place) => {
    const at = (name: string) => `evidence.${row}.${name}`
    const picked = typedOr(fields, at('source'))
    let source = picked === null ? null : sourceIdIn(picked)
    if (picked !== null && source === null)
      faults.push({ field: at('source'), code: 'pickSource', values: { value: picked.slice(0, 80) } })
    if (picked === null && isSourceBegun(fields, at('new.'))) {
      const made = toSourceInput(fields, at('new.'), known.meanings)
      const checked = SourceInput.safeParse(made.input)
      const wrong = checked.success ? [] : toFaults(checked.error).map((f) => ({ ...f, field: at(`new.${f.field}`) }))
      const told = new Set(made.faults.map((f) => f.field))
      faults.push(...made.faults, ...wrong.filter((f) => !told.has(f.field)))
      newSources.push({ row, place, input: made.input })
    } else if (picked === null) faults.push({ field: at('source'), code: 'required' })
    source ??= 1
    const quote = fields[at('quote')]?.trim() || null
    const startsAt = typedOr(fields, at('startsAt'))
    return {
      source,
      quote,
      startsAt: quote !== null && startsAt !== null && /^\d{1,9}$/.test(startsAt) ? Number(startsAt) : null,
      locator: typedOr(fields, at('locator')),
      speaker: entity(at('speaker')),
      speakerAs: typedOr(fields, at('speakerAs')),
      saidOn: typedOr(fields, at('saidOn')),
    }
  })
  const parties = rows.parties.map((row) => ({
    entity: required(`parties.${row}.entity`),
    role: typedOr(fields, `parties.${row}.role`) ?? undefined,
  }))

  const kind = fields.kind
  const isFigure = kind === 'observation' || kind === 'target'
  const { period, ...periodRead } = readPeriod(fields)
  faults.push(...periodRead.faults)
  const common = {
    kind,
    period,
    note: typedOr(fields, 'note'),
    internal: fields.internal === 'on',
    evidence,
    requestKey: typedOr(fields, 'requestKey'),
  }
  const figure = () => {
    const read = readFigure(fields, known.units)
    const base = readBase(fields)
    faults.push(...read.faults, ...base.faults)
    return {
      series: {
        indicator: typedOr(fields, 'series.indicator') ?? undefined,
        about: required('series.about'),
        reporter: entity('series.reporter'),
        origin: entity('series.origin'),
        measure: read.measure,
        unit: read.unit ?? undefined,
        scope: fields['series.scope']?.trim() ?? '',
      },
      quantity: read.quantity,
      base: base.period,
    }
  }
  const observation = () => ({
    obsStatus: typedOr(fields, 'obsStatus') ?? 'A',
    rank: typedOr(fields, 'rank') ?? 'normal',
    basis: typedOr(fields, 'basis') ?? undefined,
  })
  const code = { code: typedOr(fields, 'code') ?? undefined, parties }
  const words = () => ({
    about: required('about'),
    theme: typedOr(fields, 'theme') ?? undefined,
    title: fields.title?.trim() ?? '',
  })
  const raw = {
    ...common,
    ...(isFigure ? figure() : code),
    ...(kind === 'observation' && observation()),
    ...(!isFigure && kind !== 'stage' && words()),
    ...(kind === 'agreement' && { otherTitles: linesOf(fields.otherTitles) }),
    ...(kind === 'event' && { place: entity('place') }),
    ...(kind === 'stage' && { of: sourceIdIn(fields.of ?? '') ?? undefined }),
  }
  const checked = EntryInput.safeParse(raw)
  const told = new Set(faults.map((f) => f.field))
  const wrong = checked.success ? [] : besideRows(toFaults(checked.error), rows)
  const all = [...faults, ...wrong.filter((f) => !told.has(f.field))]
  return all.length || !checked.success
    ? { ok: false, faults: all }
    : { ok: true, input: raw as EntryInput, newSources, rows }
}
