import Big from 'big.js'
import type { Measure } from '@/lib/indicators/schema'
import type { Period } from '@/lib/periods/schema'
import { excludeEachOther } from '@/lib/quantities/rules'
import type { Quantity } from '@/lib/quantities/schema'

/** An entry that is published or in draft, as far as it can be compared. */
export type Stored = {
  /** The version. */
  id: number
  rootId: number
  kind: string
  published: boolean
  about: string
  title: string | null
  starts: string | null
  ends: string | null
  words: string | null
  indicator: string | null
  reporter: string | null
  reporterName: string | null
  origin: string | null
  measure: Measure | null
  unit: string | null
  scope: string | null
  quantity: Quantity | null
  /** Sources it rests on. */
  sources: readonly number[]
}

export type Claim = {
  kind: string
  about: string
  period: Period
  title: string | null
  figure: {
    indicator: string
    reporter: string | null
    origin: string | null
    measure: Measure
    unit: string
    scope: string
    quantity: Quantity
  } | null
}

/**
 * What a claim is to what is stored: the same (its source is more evidence), a contradiction, another number that may
 * be the same one rounded, a newer state, or what another office counts for the same period.
 */
export type Standing = {
  code: 'equals' | 'contradicts' | 'differs' | 'updates' | 'otherCount'
  entry: Stored
}

const big = (text: string) => new Big(text)
const sameNumber = (a: Quantity, b: Quantity) =>
  big(a.value).eq(b.value) &&
  (a.valueTo === null ? b.valueTo === null : b.valueTo !== null && big(a.valueTo).eq(b.valueTo)) &&
  a.qualifier === b.qualifier

const isDated = (p: { starts: string | null; ends: string | null }) => p.starts !== null || p.ends !== null
const plain = (text: string | null) => (text ?? '').trim().toLowerCase().replace(/\s+/g, ' ')
const samePeriod = (claim: Claim, stored: Stored) =>
  stored.starts === claim.period.starts &&
  stored.ends === claim.period.ends &&
  (isDated(claim.period) || plain(stored.words) === plain(claim.period.words))

/** What is said beside a claim, the most telling first; at most three. Pure. */
export function standingOf(claim: Claim, stored: readonly Stored[]): Standing[] {
  const own = stored.filter((s) => s.kind === claim.kind && s.about === claim.about)
  const found = claim.figure ? figures(claim, claim.figure, own) : events(claim, own)
  const order: Standing['code'][] = ['equals', 'contradicts', 'differs', 'updates', 'otherCount']
  return found
    .sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code) || b.entry.rootId - a.entry.rootId)
    .slice(0, 3)
}

function figures(claim: Claim, figure: NonNullable<Claim['figure']>, own: readonly Stored[]): Standing[] {
  const line = own.filter(
    (s) =>
      s.quantity !== null &&
      s.indicator === figure.indicator &&
      s.origin === figure.origin &&
      s.measure === figure.measure &&
      s.unit === figure.unit,
  )
  const sameLine = (s: Stored) => s.reporter === figure.reporter && (s.scope ?? '') === figure.scope
  const found = line.flatMap((s): Standing[] => {
    if (!samePeriod(claim, s)) return []
    if (sameNumber(s.quantity!, figure.quantity)) return [{ code: 'equals', entry: s }]
    if (!sameLine(s))
      return claim.kind === 'observation' && isDated(claim.period) ? [{ code: 'otherCount', entry: s }] : []
    const apart =
      claim.kind === 'observation' && isDated(claim.period) && excludeEachOther([s.quantity!, figure.quantity])
    return [{ code: apart ? 'contradicts' : 'differs', entry: s }]
  })
  if (found.length || !line.some(sameLine)) return found
  const latest = line.filter(sameLine).reduce((a, b) => (reaches(a) > reaches(b) ? a : b))
  const newer = claim.kind === 'target' || (claim.period.ends ?? '') > (latest.ends ?? '9999')
  return newer ? [{ code: 'updates', entry: latest }] : []
}
const reaches = (s: Stored) => `${s.ends ?? '9999'} ${String(s.rootId).padStart(10, '0')}`

const empty = new Set([
  'of',
  'the',
  'to',
  'in',
  'a',
  'an',
  'and',
  'on',
  'for',
  'by',
  'with',
  'between',
  'at',
  'was',
  'is',
  'has',
  'been',
])
const tokens = (title: string) =>
  new Set((title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !empty.has(word)))
/** Share of the shorter title's words that the other has too. */
function sameWords(a: string, b: string): number {
  const [one, other] = [tokens(a), tokens(b)]
  const both = [...one].filter((word) => other.has(word)).length
  return both < 2 ? 0 : both / Math.min(one.size, other.size)
}

/** Titles of one event differ from outlet to outlet: on the same day half the words are enough, without a day most. */
function events(claim: Claim, own: readonly Stored[]): Standing[] {
  return own.flatMap((s): Standing[] => {
    const day = isDated(claim.period) && samePeriod(claim, s)
    const other = isDated(claim.period) && isDated(s) && !day && claim.kind === 'event'
    const enough = day ? 0.5 : 0.7
    return !other && sameWords(claim.title ?? '', s.title ?? '') >= enough ? [{ code: 'equals', entry: s }] : []
  })
}
