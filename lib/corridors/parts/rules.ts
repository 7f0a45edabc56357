import Big from 'big.js'
import { latestReading, readingsByPeriod } from '@/lib/assessments/reading/rules'
import { capacityInForce, utilisationOf } from '@/lib/assessments/utilisation/rules'
import { cited } from '@/lib/dashboards/citations/rules'
import {
  evidenceHref,
  figureText,
  groupBySeries,
  groupRows,
  type PointRow,
  periodText,
  sourceText,
} from '@/lib/dashboards/points/rules'
import type { PromiseRecord } from '@/lib/dashboards/promises/queries'
import { assess, dueText, type PromiseContext } from '@/lib/dashboards/promises/rules'
import type { Citation } from '@/lib/formats/csv'
import { type Say, sayIn } from '@/lib/i18n/say'
import type { CorridorRole } from '@/lib/indicators/schema'
import { spanOf } from '@/lib/periods/rules'
import { excludeEachOther } from '@/lib/quantities/rules'
import type { Quantity } from '@/lib/quantities/schema'
import type { Cell, Share, Stated, StatedGroup } from '../schema'

/** What was stated of a corridor and its parts, and what to make of it. */
export type PartContext = PromiseContext & {
  roles: Readonly<Record<string, CorridorRole>>
  promises: readonly PromiseRecord[]
  /** Where targets are read, by entry: figures carry their own. */
  citations: ReadonlyMap<number, Citation>
}

const roleOrder = ['capacity', 'flow', 'transit_time'] as const
const roleOf = (c: PartContext, indicator: string | null): CorridorRole | null =>
  (indicator && c.roles[indicator]) || null

const whoseOf = (reporterName: string | null, say: Say) =>
  reporterName ? say('whose', { name: reporterName }) : say('nobody')

function ofPoint(c: PartContext, p: PointRow): Stated {
  const say = sayIn(c.locale)
  return {
    entry: p.entry,
    href: evidenceHref(c.slug, p.entry, c.clocks),
    text: figureText(p, c.locale),
    quoted: p.quote !== null,
    period: periodText(p, c.locale),
    whose: whoseOf(p.reporterName, say),
    source: sourceText(p, say, c.locale),
    promise: null,
    status: p.obsStatus === 'A' ? '' : say(`obsStatus.${p.obsStatus}`),
    note: p.note,
  }
}

function ofPromise(c: PartContext, p: PromiseRecord): Stated {
  const say = sayIn(c.locale)
  return {
    entry: p.entry,
    href: evidenceHref(c.slug, p.entry, c.clocks),
    text: figureText(p, c.locale),
    period: dueText(p, say, c.locale),
    whose: p.speaker ?? say('nobody'),
    ...cited(c, p.entry),
    promise: assess(c, p).status.text,
    status: '',
    note: p.note,
  }
}

type Amount = Quantity & { unit: string | null; measure: 'level' | 'change' | null }
const asAmount = (p: PointRow | PromiseRecord): Amount => ({
  value: p.value!,
  valueTo: p.valueTo,
  unitMult: p.unitMult ?? 0,
  decimals: p.decimals ?? 0,
  qualifier: p.qualifier ?? 'exact',
  unit: p.unit,
  measure: p.measure,
})
const byValue = (a: Amount, b: Amount) => new Big(a.value).cmp(b.value)

/** The lowest and the highest of what excludes each other, in words; nothing is averaged. */
function clashOf(
  c: PartContext,
  role: CorridorRole | null,
  points: readonly PointRow[],
  targets: readonly PromiseRecord[],
): string | null {
  const say = sayIn(c.locale, 'corridor')
  const spread = (key: string, all: readonly Amount[]) => {
    const sorted = all.toSorted(byValue)
    return say(key, {
      count: all.length,
      low: figureText(sorted[0]!, c.locale),
      high: figureText(sorted.at(-1)!, c.locale),
    })
  }
  // What is promised for one year does not contradict what is promised for another; a capacity is planned once.
  const [first] = targets
  const rivals = targets.filter((p) => role === 'capacity' || (p.starts === first!.starts && p.ends === first!.ends))
  const plans = rivals.map(asAmount)
  if (excludeEachOther(plans)) return spread('clashPlans', plans)
  const undated = points.filter((p) => p.starts === null && p.ends === null)
  if (excludeEachOther(undated)) return spread('clashSpread', undated.map(asAmount))
  const disputed = groupRows(
    points.filter((p) => p.starts !== null || p.ends !== null),
    (p) => `${p.starts} ${p.ends}`,
  ).find((same) => excludeEachOther(same))
  return disputed ? say('clashStated', { list: disputed.map((p) => figureText(p, c.locale)).join('; ') }) : null
}

const newest = (a: PointRow, b: PointRow) => {
  const [x, y] = [a.ends ?? a.starts, b.ends ?? b.starts]
  // What has no date ("in the past") stands after what has one.
  return x === y ? b.entry - a.entry : x === null ? 1 : y === null ? -1 : x < y ? 1 : -1
}

const keyOf = (p: { indicator: string | null; scope: string | null; unit: string | null; measure: string | null }) =>
  `${p.indicator} ${p.measure} ${p.unit} ${p.scope}`

function sparkOf(points: readonly PointRow[]): number[] {
  const named = groupBySeries(points.filter((p) => p.reporter !== null && p.measure === 'level'))
  const runs = named.map(({ points: rows }) =>
    readingsByPeriod(rows).flatMap(({ best }) => (spanOf(best) === 'year' ? [Number(best.value)] : [])),
  )
  return runs.toSorted((a, b) => b.length - a.length)[0] ?? []
}

/** Everything stated of one entity: capacities, flows, transit times, then the rest; of each the whole before its parts. */
export function groupsOf(c: PartContext, about: string): StatedGroup[] {
  const say = sayIn(c.locale, 'corridor')
  const points = c.points.filter((p) => p.about === about)
  const targets = c.promises.filter((p) => p.about === about && p.kind === 'target' && p.value !== null)
  const keys = [...new Set([...points, ...targets].map(keyOf))]
  return keys
    .map((key): StatedGroup & { place: number; scope: string } => {
      const own = points.filter((p) => keyOf(p) === key).toSorted(newest)
      const aims = targets.filter((p) => keyOf(p) === key)
      const head = own[0] ?? aims[0]!
      const role = roleOf(c, head.indicator)
      const named = head.scope
        ? say('groupScope', { indicator: head.indicatorName ?? '', scope: head.scope })
        : (head.indicatorName ?? '')
      return {
        key,
        role,
        title: head.measure === 'change' ? say('groupChange', { indicator: named }) : named,
        lines: [...own.map((p) => ofPoint(c, p)), ...aims.map((p) => ofPromise(c, p))],
        clash: clashOf(c, role, own, aims),
        spark: sparkOf(own),
        place: role === null ? roleOrder.length : roleOrder.indexOf(role),
        scope: `${head.measure === 'change' ? 1 : 0} ${head.scope}`,
      }
    })
    .toSorted((a, b) => a.place - b.place || (a.scope < b.scope ? -1 : a.scope > b.scope ? 1 : 0))
    .map(({ place: _, scope: __, ...group }) => group)
}

const isLevel = (p: PointRow) => p.measure === 'level'
const capacitiesOf = (c: PartContext, about: string) =>
  c.points.filter((p) => p.about === about && isLevel(p) && roleOf(c, p.indicator) === 'capacity')
const flowsOf = (c: PartContext, about: string) =>
  c.points.filter((p) => p.about === about && isLevel(p) && roleOf(c, p.indicator) === 'flow' && p.obsStatus !== 'F')

/** "about 74.7 %" */
function shareText(
  c: PartContext,
  u: { percent: string; percentTo: string | null; qualifier: Quantity['qualifier'] },
): string {
  const { percent, percentTo, qualifier } = u
  return figureText(
    { value: percent, valueTo: percentTo, unitMult: 0, decimals: 1, qualifier, unit: 'PCT', measure: 'level' },
    c.locale,
  )
}

export type LineShare = Share & { unit: string; scope: string; ends: string }

/**
 * What was carried of what could be, of each line that counts it: the newest year it can be computed for, and why the
 * newest figure cannot be where it is a later one.
 */
export function sharesOf(c: PartContext, about: string): LineShare[] {
  const say = sayIn(c.locale, 'corridor')
  const views = sayIn(c.locale)
  const capacities = capacitiesOf(c, about)
  return groupBySeries(flowsOf(c, about)).flatMap(({ points }) => {
    const dated = readingsByPeriod(points)
    const all = dated.map(({ best }) => utilisationOf(best, capacities))
    const done = all.findLast((u) => u.code === 'computed')
    const last = all.at(-1)
    return [...new Set([done, last])].flatMap((u): LineShare[] => {
      if (!u) return []
      const { flow, capacity } = u
      const link = (p: PointRow) => ({ entry: p.entry, href: evidenceHref(c.slug, p.entry, c.clocks) })
      const common = {
        flow: link(flow),
        capacity: capacity && link(capacity),
        unit: flow.unit,
        scope: flow.scope,
        ends: flow.ends,
      }
      const words = {
        flow: figureText(flow, c.locale),
        flowPeriod: periodText(flow, c.locale),
        flowWhose: whoseOf(flow.reporterName, views),
        capacity: capacity ? figureText(capacity, c.locale) : '',
        capacityPeriod: capacity ? periodText(capacity, c.locale) : '',
        capacityWhose: whoseOf(capacity?.reporterName ?? null, views),
      }
      if (u.code === 'not_computable') {
        const reason = say(`reasons.${u.reason}`, { capacity: words.capacity, period: words.capacityPeriod })
        return [{ ...common, text: null, how: say('shareNone', { ...words, reason }), percent: null }]
      }
      const share = shareText(c, u)
      return [
        {
          ...common,
          text: say('shareIn', { share, period: words.flowPeriod }),
          how: say('shareHow', { ...words, share }),
          percent: Number(u.percent),
        },
      ]
    })
  })
}

/** The one figure of a place or leg that a map and a table have room for. */
export type Main = { point: PointRow; cell: Cell; whole: boolean }

const cellOf = (c: PartContext, p: PointRow, disputed: boolean): Cell => {
  const say = sayIn(c.locale, 'corridor')
  const amount = figureText(p, c.locale)
  return {
    entry: p.entry,
    href: evidenceHref(c.slug, p.entry, c.clocks),
    text: disputed ? say('detailDisputed', { amount }) : amount,
    quoted: p.quote !== null,
    more: [p.scope, periodText(p, c.locale)].filter(Boolean).join(', '),
  }
}

/** The capacity in force: of the whole, else of the only part that one is stated of. Null where several parts compete. */
export function mainCapacity(c: PartContext, about: string, unit: string): Main | null {
  const own = capacitiesOf(c, about).filter((p) => p.unit === unit)
  const scopes = new Set(own.map((p) => p.scope))
  const scope = scopes.has('') ? '' : scopes.size === 1 ? [...scopes][0]! : null
  if (scope === null) return null
  const found = capacityInForce(
    own.filter((p) => p.scope === scope),
    c.clock.known,
  )
  return found && { point: found.best, cell: cellOf(c, found.best, found.disputed), whole: scope === '' }
}

/** What the whole carried: of its newest full year, or of a part of one where no year is full. */
export function mainFlow(c: PartContext, about: string, unit: string): Main | null {
  const own = flowsOf(c, about).filter((p) => p.unit === unit && p.scope === '')
  const found = latestReading(own.filter((p) => spanOf(p) === 'year')) ?? latestReading(own)
  return found && { point: found.best, cell: cellOf(c, found.best, found.disputed), whole: true }
}
