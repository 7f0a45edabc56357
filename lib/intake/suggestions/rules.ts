import Big from 'big.js'
import type { Fields } from '@/lib/action/fields'
import type { Meanings } from '@/lib/entities/rules'
import type { EntityKind } from '@/lib/entities/schema'
import { amountText, periodTexts } from '@/lib/entries/forms/figures/rules'
import { type EntryKind, kindCodes } from '@/lib/entries/schema'
import { type Candidate, unitCode } from '@/lib/extraction/schema'
import en from '@/lib/i18n/en/intake.json'
import { fill } from '@/lib/i18n/fill'
import { units } from '@/lib/indicators/schema'
import { parsePeriod } from '@/lib/periods/rules'
import type { Period } from '@/lib/periods/schema'
import type { Quantity } from '@/lib/quantities/schema'
import { stretchOf } from './periods/rules'
import { chooseLine, type Line, themeOf } from './series/rules'

/** What a suggestion has to know of the world: the source, whom it is about, what is counted already. */
export type World = {
  source: { id: number; text: string; publishedOn: string | null }
  /** The relation the article is read for, and its two countries. */
  relation: { slug: string; members: readonly string[] } | null
  meanings: Meanings
  kindOf: (slug: string) => EntityKind | null
  name: (slug: string) => string
  indicators: readonly { code: string; name: string; definition: string; theme: string; unit: string }[]
  lines: readonly Line[]
}

export type Suggestion = { kind: EntryKind; fields: Fields; lacks: ('indicator' | 'unit' | 'period' | 'about')[] }

const figureKinds: readonly string[] = ['observation', 'target', 'growth', 'multiple', 'agreement-count']

/**
 * Which kind of entry a candidate becomes: an announced count of documents is a target until they are signed; what an
 * expert or analyst expects is a statement, because nobody has set it as a target.
 */
export function entryKindOf(record: Pick<Candidate, 'kind' | 'doubts'>): EntryKind {
  switch (record.kind) {
    case 'agreement-count':
      return record.doubts.includes('announced') ? 'target' : 'observation'
    case 'target':
      return record.doubts.includes('opinion') ? 'statement' : 'target'
    case 'growth':
    case 'multiple':
      return 'observation'
    default:
      return record.kind
  }
}

/** The whole amount, with how it was written. Null where the candidate has no number or one too long to store. */
export function quantityOf(record: Candidate): Quantity | null {
  if (record.value === null) return null
  const whole = (text: string) => {
    const digits = new Big(text).times(new Big(10).pow(record.unitMult)).toFixed()
    return /^-?\d{1,30}(\.\d{1,15})?$/.test(digits) ? digits : null
  }
  const value = whole(record.value)
  const valueTo = record.valueTo === null ? null : whole(record.valueTo)
  if (value === null) return null
  const { unitMult, decimals, qualifier } = record
  return { value, valueTo, unitMult, decimals, qualifier }
}

/** The one entity that words mean; null where they mean none, or several. */
const meant = (words: string | null, { meanings }: World): string | null => {
  const slugs = words === null ? [] : (meanings.get(words) ?? [])
  return slugs.length === 1 ? slugs[0]! : null
}

/** Words that say no more than the dates they came with are left out: "2023" beside 2023. */
function wordsBeside(dates: { starts: string | null; ends: string | null }, words: string | null): string | null {
  const read = words === null ? null : parsePeriod(words)
  return read?.ok && read.period.starts === dates.starts && read.period.ends === dates.ends ? null : words
}

/** When it holds, or when a promise falls due. What the text leaves open stays in its words. */
export function periodOf(record: Candidate, kind: EntryKind, publishedOn: string | null): Period | null {
  if (kind === 'target' || kind === 'commitment') {
    const due = stretchOf(record.due)
    // An open end stands in words: "by 2027", also where the text has the year alone.
    if (due) {
      const told = record.dueWords ?? record.due!
      return { starts: null, ends: due.ends, words: /^\d/.test(told) ? fill(en.by, { when: told }) : told }
    }
    if (record.dueWords) return { starts: null, ends: null, words: record.dueWords }
    const holds = kind === 'target' ? stretchOf(record.period) : null
    return holds
      ? { ...holds, words: wordsBeside(holds, record.periodWords) }
      : { starts: null, ends: null, words: en.noDate }
  }
  // An expectation is one on the day it is told; what it expects stands in its words.
  if (kind === 'statement') {
    const said = stretchOf(publishedOn)
    return said && { ...said, words: null }
  }
  if (kind === 'agreement') return { starts: null, ends: null, words: en.noTerm }
  const holds = stretchOf(record.period)
  if (holds) return { ...holds, words: wordsBeside(holds, record.periodWords) }
  if (record.periodWords) return { starts: null, ends: null, words: record.periodWords }
  const told = kind === 'event' ? stretchOf(publishedOn) : null
  return told ? { ...told, words: null } : null
}

/**
 * A candidate as the fields of the form of its kind: what a person would have typed, read off the record and what is
 * stored already. What cannot be read stays empty and is named in `lacks`. Pure.
 */
export function suggest(record: Candidate, world: World): Suggestion {
  const kind = entryKindOf(record)
  const period = periodOf(record, kind, world.source.publishedOn)
  const texts = period ? periodTexts(period) : { text: '', words: '' }
  const lacks: Suggestion['lacks'] = period ? [] : ['period']
  const speaker = meant(record.speaker, world)
  const as = speaker ? record.speakerAs : [record.speaker, record.speakerAs].filter(Boolean).join(', ') || null
  const fields: Fields = {
    kind,
    period: texts.text,
    periodWords: texts.words,
    note: '',
    internal: '',
    'evidence.0.source': world.source.text,
    'evidence.0.quote': record.quote,
    'evidence.0.startsAt': String(record.start),
    'evidence.0.locator': '',
    'evidence.0.speaker': speaker ? world.name(speaker) : '',
    'evidence.0.speakerAs': (as ?? '').slice(0, 200),
    'evidence.0.saidOn': '',
  }
  if (figureKinds.includes(record.kind) && kind !== 'statement')
    lacks.push(...putFigure(record, kind, world, fields, period))
  else lacks.push(...putWords(record, kind, world, fields))
  return { kind, fields, lacks }
}

function putFigure(
  record: Candidate,
  kind: EntryKind,
  world: World,
  fields: Fields,
  period: Period | null,
): Suggestion['lacks'] {
  const unit = record.unit === null ? 'COUNT' : unitCode(record.unit)
  const counted = (units as readonly string[]).includes(unit)
  const line = chooseLine(record, unit, {
    indicators: world.indicators,
    lines: world.lines,
    relation: world.relation,
    kindOf: world.kindOf,
    named: record.about.flatMap((words) => meant(words, world) ?? []),
  })
  const quantity = quantityOf(record)
  const reporter = meant(record.reporterWords, world)
  const origin = meant(record.origin, world)
  const base = stretchOf(record.base)
  const against =
    base || record.baseWords
      ? periodTexts({ starts: base?.starts ?? null, ends: base?.ends ?? null, words: record.baseWords })
      : { text: '', words: '' }
  Object.assign(fields, {
    'series.indicator': line.indicator ?? '',
    'series.about': line.about ? world.name(line.about) : '',
    'series.reporter': reporter ? world.name(reporter) : '',
    'series.origin': origin ? world.name(origin) : '',
    'series.measure': line.measure,
    'series.unit': counted ? unit : '',
    'series.scope': '',
    quantity: quantity ? amountText(quantity, unit, line.measure) : '',
    qualifier: '',
    base: against.text,
    baseWords: against.words,
  })
  if (kind === 'observation') {
    const begins = period?.starts ?? null
    const ahead = begins !== null && world.source.publishedOn !== null && begins > world.source.publishedOn
    fields.obsStatus = ahead ? 'F' : 'A'
    fields.rank = 'normal'
    fields.basis = record.reporterWords ? 'office' : record.speaker || record.speakerAs ? 'official' : 'other'
  }
  return [
    ...(line.indicator ? [] : (['indicator'] as const)),
    ...(counted ? [] : (['unit'] as const)),
    ...(line.about ? [] : (['about'] as const)),
  ]
}

function putWords(record: Candidate, kind: EntryKind, world: World, fields: Fields): Suggestion['lacks'] {
  const codes: readonly string[] = kindCodes[kind as keyof typeof kindCodes] ?? []
  const about = world.relation?.slug ?? record.about.flatMap((words) => meant(words, world) ?? [])[0] ?? null
  const title = (record.title ?? record.quote).trim()
  Object.assign(fields, {
    code: record.code !== null && codes.includes(record.code) ? record.code : (usual[kind] ?? ''),
    about: about ? world.name(about) : '',
    theme: themeOf(record.family) ?? 'political',
    title: `${title.slice(0, 1).toUpperCase()}${title.slice(1)}`.slice(0, 300),
    'parties.0.entity': '',
    'parties.0.role': 'participant',
  })
  if (kind === 'agreement') fields.otherTitles = ''
  if (kind === 'event') fields.place = ''
  return about ? [] : ['about']
}

const usual: Partial<Record<EntryKind, string>> = {
  event: 'CONSULT',
  agreement: 'agreement',
  commitment: 'pledge',
  statement: 'expect',
}

/** Every name in records that may mean an entity, to be looked up before suggesting. */
export const wordsOf = (records: readonly Candidate[]): string[] => [
  ...new Set(
    records.flatMap((r) => [...r.about, r.origin, r.reporterWords, r.speaker].filter((w): w is string => Boolean(w))),
  ),
]
