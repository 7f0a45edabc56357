import en from '@/lib/i18n/en/forms.json'
import views from '@/lib/i18n/en/views.json'
import { fill } from '@/lib/i18n/fill'

const labels: Record<string, string> = {
  'series.indicator': en.indicator,
  'series.about': en.about,
  'series.reporter': en.reporter,
  'series.origin': en.origin,
  'series.measure': en.measure,
  'series.unit': en.unit,
  'series.scope': en.scope,
  quantity: en.amount,
  qualifier: en.qualifier,
  period: en.period,
  periodWords: en.periodWords,
  base: en.base,
  baseWords: en.periodWords,
  obsStatus: en.obsStatus,
  rank: en.rank,
  basis: en.basis,
  note: en.note,
  internal: en.internal,
  code: en.kindOf,
  theme: en.theme,
  title: en.title,
  otherTitles: en.otherTitles,
  about: en.about,
  place: en.place,
  of: en.of,
  name: en.name,
  slug: en.code,
  definition: en.definition,
  unit: en.unit,
  frequency: en.frequency,
  desired: en.desired,
  headline: en.headline,
  aliases: en.aliases,
  members: en.members,
  lat: en.lat,
  lon: en.lon,
  nodes: en.route.nodes,
  corridorRole: en.corridorRole,
}
const rowLabels: Record<string, string> = {
  source: en.source,
  quote: en.quote,
  locator: en.locator,
  speaker: en.speaker,
  speakerAs: en.speakerAs,
  saidOn: en.saidOn,
  entity: en.party,
  role: en.role,
}

/** A field as a person knows it: "Amount", "Evidence 2: Quote". */
export function fieldLabel(name: string): string {
  const leg = /^legs\.(\d+)\.(from|to|mode|about)$/.exec(name)
  if (leg)
    return `${fill(en.route.leg, { number: Number(leg[1]) + 1 })}: ${en.route[leg[2] as 'from' | 'to' | 'mode' | 'about']}`
  const row = /^(evidence|parties)\.(\d+)\.(.+)$/.exec(name)
  if (!row) return labels[name] ?? name
  const part = rowLabels[row[3]!] ?? row[3]!
  const number = Number(row[2]) + 1
  return row[1] === 'evidence' ? `${fill(en.piece, { number })}: ${part}` : `${en.parts.parties} ${number}: ${part}`
}

const shown: Record<string, Record<string, string>> = {
  theme: views.themes,
  'series.unit': views.units,
  unit: views.units,
  'series.measure': { level: en.level, change: en.change },
  obsStatus: views.obsStatus,
  rank: en.ranks,
  basis: views.basis,
  frequency: views.frequencies,
  desired: views.desired,
  role: en.roles,
}
const codes: Record<string, Record<string, string>> = en.codes

/** What stands in a field, as a person reads it: a choice by its name instead of its code. */
export function shownValue(name: string, value: string, kind: string): string {
  if (name === 'internal') return value === 'on' ? '✓' : ''
  if (name === 'code') return codes[kind]?.[value] ?? value
  return shown[name.replace(/^parties\.\d+\./, '')]?.[value] ?? value
}
