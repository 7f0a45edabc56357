import type { z } from 'zod'
import type { EntryInput } from '../schema'

type Parsed = z.output<typeof EntryInput>
type Place = { aboutId: number; theme: string; seriesId: number | null; placeId: number | null }

const day = (iso: string | null) => (iso === null ? null : new Date(`${iso}T00:00:00Z`))
const iso = (date: Date | null) => (date === null ? null : date.toISOString().slice(0, 10))

/** The columns of table `entry` that hold what an input says; who, when and state are the mutation's. */
export function toColumns(entry: Parsed, place: Place) {
  const figure = entry.kind === 'observation' || entry.kind === 'target' ? entry : null
  const observation = entry.kind === 'observation' ? entry : null
  return {
    kind: entry.kind,
    ...place,
    code: 'code' in entry ? entry.code : null,
    title: 'title' in entry ? entry.title : null,
    otherTitles: entry.kind === 'agreement' ? entry.otherTitles : [],
    starts: day(entry.period.starts),
    ends: day(entry.period.ends),
    periodWords: entry.period.words,
    value: figure?.quantity.value ?? null,
    valueTo: figure?.quantity.valueTo ?? null,
    unitMult: figure?.quantity.unitMult ?? null,
    decimals: figure?.quantity.decimals ?? null,
    qualifier: figure?.quantity.qualifier ?? null,
    baseStarts: day(figure?.base?.starts ?? null),
    baseEnds: day(figure?.base?.ends ?? null),
    baseWords: figure?.base?.words ?? null,
    obsStatus: observation?.obsStatus ?? null,
    rank: observation?.rank ?? null,
    basis: observation?.basis ?? null,
    ofId: entry.kind === 'stage' ? entry.of : null,
    note: entry.note,
    internal: entry.internal,
  }
}

/** A stored version with its evidence and parties, names instead of ids: what `toInput` needs. */
export type VersionRow = {
  kind: Parsed['kind']
  about: string
  theme: string
  code: string | null
  title: string | null
  otherTitles: string[]
  place: string | null
  starts: Date | null
  ends: Date | null
  periodWords: string | null
  series: {
    indicator: string
    reporter: string | null
    origin: string | null
    measure: 'level' | 'change'
    unit: string
    scope: string
  } | null
  value: { toFixed(): string } | null
  valueTo: { toFixed(): string } | null
  unitMult: number | null
  decimals: number | null
  qualifier: string | null
  obsStatus: string | null
  baseStarts: Date | null
  baseEnds: Date | null
  baseWords: string | null
  rank: string | null
  basis: string | null
  ofId: number | null
  note: string | null
  internal: boolean
  parties: { entity: string; role: string }[]
  evidence: {
    sourceId: number
    quote: string | null
    startsAt: number | null
    locator: string | null
    speaker: string | null
    speakerAs: string | null
    saidOn: Date | null
  }[]
}

/** A stored version as the input that would make it again: forms open with it, audit compares it. */
export function toInput(row: VersionRow): EntryInput {
  const base =
    row.baseStarts || row.baseEnds || row.baseWords
      ? { starts: iso(row.baseStarts), ends: iso(row.baseEnds), words: row.baseWords }
      : null
  const figure = row.series && {
    series: { ...row.series, about: row.about },
    quantity: {
      value: row.value!.toFixed(),
      valueTo: row.valueTo?.toFixed() ?? null,
      unitMult: row.unitMult,
      decimals: row.decimals,
      qualifier: row.qualifier,
    },
    base,
  }
  return {
    kind: row.kind,
    ...(row.code && { code: row.code }),
    ...figure,
    ...(row.kind === 'observation' && { obsStatus: row.obsStatus, rank: row.rank, basis: row.basis }),
    ...(row.title && { about: row.about, theme: row.theme, title: row.title }),
    ...(row.kind === 'agreement' && { otherTitles: row.otherTitles }),
    ...(row.kind === 'event' && { place: row.place }),
    ...(row.kind === 'stage' && { of: row.ofId }),
    ...(!figure && { parties: row.parties }),
    period: { starts: iso(row.starts), ends: iso(row.ends), words: row.periodWords },
    note: row.note,
    internal: row.internal,
    evidence: row.evidence.map(({ sourceId, saidOn, ...e }) => ({ source: sourceId, ...e, saidOn: iso(saidOn) })),
    requestKey: null,
  } as EntryInput
}
