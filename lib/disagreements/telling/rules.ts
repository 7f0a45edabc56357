import Big from 'big.js'
import {
  evidenceHref,
  figureText,
  formatDay,
  periodText,
  type StatedPoint,
  sourceText,
  toRow,
} from '@/lib/dashboards/points/rules'
import { withClocks } from '@/lib/http/address'
import type { Locale } from '@/lib/i18n/locales'
import { sayIn } from '@/lib/i18n/say'
import type { Check, Found } from '../finding/rules'
import type { Disagreement, DisagreementRow, Saying } from '../schema'

export type Context = {
  slug: string
  locale: Locale
  clocks: { known: string | null; edition: string | null }
  /** The relation's countries by slug. */
  names: ReadonlyMap<string, string>
}

export const finest = (points: readonly StatedPoint[]) =>
  points.reduce((a, b) => (b.unitMult - b.decimals < a.unitMult - a.decimals ? b : a))

/** An amount in the unit and with the digits of a figure. */
export const amountText = (like: StatedPoint, value: string, locale: Locale) =>
  figureText({ ...like, value, valueTo: null, qualifier: 'exact', measure: 'level' }, locale)

const whoseText = (p: StatedPoint, locale: Locale) => {
  const view = sayIn(locale)
  return p.reporterName ? view('whose', { name: p.reporterName }) : view('nobody')
}

/** Which flow, of what: empty where it is all of what the relation's own indicator counts. */
function flowText({ head }: Found, { slug, locale }: Context): string {
  const origin = head.originName && sayIn(locale, 'conflicts')('origin', { name: head.originName })
  return [head.about === slug ? null : head.aboutName, origin, head.scope].filter(Boolean).join(': ')
}

/** FOB or CIF, only where somebody says so: beside the series, beside the figure, or in the indicator's definition. */
export function valuationOf(p: Pick<StatedPoint, 'scope' | 'note' | 'valuedBy'>): {
  code: 'FOB' | 'CIF'
  where: 'inScope' | 'inNote' | 'inDefinition'
} | null {
  const places = [
    ['inScope', p.scope],
    ['inNote', p.note],
    ['inDefinition', p.valuedBy],
  ] as const
  for (const [where, text] of places) {
    const codes = new Set([...(text ?? '').matchAll(/\b(fob|cif)\b/gi)].map(([code]) => code.toUpperCase()))
    // A text that names both speaks of valuation in general, or of two flows: it says nothing of this one.
    const [code, ...others] = codes
    if (code && others.length === 0) return { code: code as 'FOB' | 'CIF', where }
  }
  return null
}

const endless = new Set(['more_than', 'at_least'])

/** A distance in the unit of what is apart; "at least" where the upper of the two may be more than its number. */
function distanceText(f: Found, value: string, locale: Locale): string {
  const t = sayIn(locale, 'conflicts')
  const said = f.sides ?? f.points
  const top = said.reduce((a, b) => (new Big(b.value).gt(a.value) ? b : a))
  const gap = f.head.measure === 'change' ? t('points', { gap: value }) : amountText(finest(said), value, locale)
  return endless.has(top.qualifier) || top.valueTo !== null ? t('atLeast', { gap }) : gap
}

/** How far apart, in units and in percent; of rates in percentage points. */
export function gapText(f: Found, locale: Locale): string {
  const t = sayIn(locale, 'conflicts')
  const [check] = f.kind === 'arithmetic' ? f.checks : []
  if (check) {
    const gap = amountText(finest([check.base, check.level]), f.gap, locale)
    return f.percent === null ? t('baseOnly', { gap }) : t('base', { gap, percent: f.percent })
  }
  const key = f.percent === null ? 'gapOnly' : f.kind === 'mirror' ? 'gapMirror' : 'gap'
  const gap = t(key, { gap: distanceText(f, f.gap, locale), percent: f.percent ?? '' })
  return f.widest === null ? gap : t('widest', { gap, widest: distanceText(f, f.widest, locale) })
}

function stateText(f: Found, locale: Locale): string {
  const t = sayIn(locale, 'conflicts')
  if (f.settled) return t('isSettled')
  if (f.kind === 'mirror') return t(f.disputed ? 'isDisputed' : 'isStanding')
  return t('isOpen')
}

function impliedText({ level, base, result }: Check, locale: Locale): string {
  const t = sayIn(locale, 'conflicts')
  const stored = figureText(base, locale)
  return t('implies', {
    implied: amountText(level, result.impliedBase, locale),
    before: periodText(base, locale),
    fits: t(result.code === 'mismatch' ? 'fitsNot' : 'fits', { stored }),
  })
}

function checkLines({ level, base, result }: Check, locale: Locale): string[] {
  const t = sayIn(locale, 'conflicts')
  const amount = (value: string) => amountText(level, value, locale)
  const before = periodText(base, locale)
  // A limit of what rounding admits is written one digit finer than the level, or it would be rounded away.
  const limit = (value: string | null) =>
    value === null ? '…' : amountText({ ...level, decimals: level.decimals + 1 }, toDigits(value, level), locale)
  const difference = new Big(result.difference ?? 0)
  return [
    t('computedBase', {
      level: figureText(level, locale),
      period: periodText(level, locale),
      factor: result.factor,
      implied: amount(result.impliedBase),
      before,
      low: limit(result.admits.lo),
      high: limit(result.admits.hi),
    }),
    ...(difference.eq(0)
      ? []
      : [
          t('computedStored', {
            stored: figureText(base, locale),
            before,
            difference: t(difference.lt(0) ? 'higher' : 'lower', { gap: amount(difference.abs().toFixed()) }),
          }),
        ]),
  ]
}

const toDigits = (value: string, { unitMult, decimals }: StatedPoint) => {
  const unit = new Big(10).pow(unitMult)
  return new Big(value)
    .div(unit)
    .round(decimals + 1)
    .times(unit)
    .toFixed()
}

function computedLines(f: Found, locale: Locale): string[] {
  const t = sayIn(locale, 'conflicts')
  if (f.kind === 'rates') {
    // One sentence holds for all: they differ in the rate alone.
    const fits = f.checks.filter((c) => c.result.code === 'mismatch')
    return fits.flatMap((c) => [`${figureText(c.change, locale)}: ${checkLines(c, locale)[0]}`])
  }
  if (f.kind === 'arithmetic') return f.checks.flatMap((c) => checkLines(c, locale))
  const sorted = [...(f.sides ?? f.points)].sort((a, b) => new Big(a.value).cmp(b.value))
  const [low, high] = [sorted[0]!, sorted.at(-1)!]
  const texts = { high: figureText(high, locale), low: figureText(low, locale), gap: distanceText(f, f.gap, locale) }
  return f.kind === 'mirror'
    ? [t('computedMirror', { ...texts, highWhose: whoseText(high, locale), lowWhose: whoseText(low, locale) })]
    : [t('computedValues', texts)]
}

function factsOf(f: Found, c: Context): Disagreement['facts'] {
  if (f.kind !== 'mirror' || f.head.theme !== 'trade' || !f.sides) return []
  const t = sayIn(c.locale, 'conflicts')
  const origin = f.head.origin
  const other = [...c.names].find(([slug]) => slug !== origin)?.[1]
  const flow =
    origin && f.head.originName && other
      ? t('mirrorFlow', { exporter: f.head.originName, importer: other })
      : t('mirrorBoth')
  const valuations = f.sides.map((side) => {
    const found = valuationOf(side)
    return t('valuationOf', {
      whose: whoseText(side, c.locale),
      stated: found ? t(found.where, { code: found.code }) : t('notStated'),
    })
  })
  return [
    { name: t('direction'), value: flow },
    { name: t('valuation'), value: valuations.join('; ') },
  ]
}

function sayingOf(f: Found, p: StatedPoint, c: Context): Saying {
  const { locale } = c
  const t = sayIn(locale, 'conflicts')
  const view = sayIn(locale)
  const who = p.speaker ?? p.speakerAs
  const check = f.kind === 'rates' ? f.checks.find(({ change }) => change.entry === p.entry) : undefined
  const [own] = f.kind === 'arithmetic' ? f.checks : []
  const role = own && (p === own.change ? 'change' : p === own.level ? 'level' : 'base')
  return {
    entry: p.entry,
    href: evidenceHref(c.slug, p.entry, c.clocks),
    text: figureText(p, locale),
    quoted: p.quote !== null,
    period: role ? `${t(`role.${role}`)}, ${periodText(p, locale)}` : null,
    whose: whoseText(p, locale),
    basis: view(`basis.${p.basis}`),
    scope: p.scope || null,
    said: who
      ? p.saidOn
        ? t('said', { who, day: formatDay(p.saidOn, locale) })
        : t('saidBy', { who })
      : p.saidOn
        ? t('saidOn', { day: formatDay(p.saidOn, locale) })
        : null,
    source: sourceText(p, view, locale),
    more: p.sources > 1 ? t('more', { count: p.sources - 1 }) : null,
    status: p.obsStatus === 'A' ? null : view(`obsStatus.${p.obsStatus}`),
    rank: p.rank,
    ranked: p.rank === 'normal' ? null : t('since', { rank: t(`rank.${p.rank}`), day: formatDay(p.storedOn, locale) }),
    note: p.note,
    implies: check ? impliedText(check, locale) : null,
  }
}

function whatText(f: Found, c: Context): string {
  const t = sayIn(c.locale, 'conflicts')
  const flow = flowText(f, c)
  const several = new Set(f.points.map((p) => p.reporter)).size > 1
  const whose = f.sides
    ? t('both', { a: whoseText(f.sides[0], c.locale), b: whoseText(f.sides[1], c.locale) })
    : several
      ? t('several')
      : whoseText(f.head, c.locale)
  return flow ? t('of', { flow, whose }) : whose
}

/** A disagreement in words, each figure with what is known of it. */
export function toDisagreement(c: Context, f: Found): Disagreement {
  const stated = f.points
  return {
    id: f.id,
    kind: f.kind,
    indicator: f.head.indicator,
    indicatorName: f.head.indicatorName,
    indicatorHref: withClocks(`/relations/${c.slug}/indicators/${f.head.indicator}`, c.clocks),
    period: periodText({ starts: f.starts, ends: f.ends, words: null }, c.locale),
    what: whatText(f, c),
    gap: gapText(f, c.locale),
    settled: f.settled,
    state: stateText(f, c.locale),
    sayings: stated.map((p) => sayingOf(f, p, c)),
    computed: computedLines(f, c.locale),
    facts: factsOf(f, c),
  }
}

/** The same as rows of a file, one for each figure. */
export function toDisagreementRows(c: Context, f: Found): DisagreementRow[] {
  const computation = computedLines(f, c.locale).join(' ')
  return f.points.map((p) => ({
    ...toRow(p, c.locale),
    kind: f.kind,
    disagreement: f.id,
    about: p.about,
    origin: p.origin,
    measure: p.measure,
    scope: p.scope || null,
    basis: p.basis,
    saidBy: p.speaker ?? p.speakerAs,
    rank: p.rank,
    reason: p.note,
    gap: f.gap,
    gapPercent: f.percent,
    state: f.settled ? 'settled' : 'open',
    computation: computation || null,
  }))
}
