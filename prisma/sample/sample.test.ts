import { describe, expect, it } from 'vitest'
import { EntityInput } from '@/lib/entities/schema'
import { numberFault, stepFault } from '@/lib/entries/rules'
import { EntryInput } from '@/lib/entries/schema'
import { IndicatorInput } from '@/lib/indicators/schema'
import { Quantity } from '@/lib/quantities/schema'
import { SourceInput } from '@/lib/sources/schema'
import { sample } from './sample'
import type { SampleEntry } from './schema'

const { entities, indicators, sources, entries } = sample
const sourceOf = new Map(sources.map((s) => [s.key, s]))
const entryOf = new Map(entries.map((e) => [e.key, e]))
const countries = 'aze kaz geo tur kgz uzb tjk tkm rus irn chn'.split(' ')
const slugs = new Set([...countries, ...entities.map((e) => e.slug)])

const of = <K extends SampleEntry['kind']>(kind: K) =>
  entries.filter((e): e is Extract<SampleEntry, { kind: K }> => e.kind === kind)
const get = <K extends SampleEntry['kind']>(kind: K, key: string) => {
  const found = of(kind).find((e) => e.key === key)
  if (!found) throw new Error(`no ${kind} ${key}`)
  return found
}
const twice = <T>(list: T[]) => list.filter((x, i) => list.indexOf(x) !== i)
const knownOn = (e: SampleEntry) =>
  e.evidence
    .map((v) => sourceOf.get(v.source)!)
    .map((s) => s.publishedOn ?? s.accessedOn)
    .sort()[0]!
const figures = [...of('observation'), ...of('target')]
const quotesOf = (e: SampleEntry) => e.evidence.flatMap((v) => v.quote ?? [])

describe('every record is one that the forms would accept', () => {
  it.each(entities)('entity $slug', (e) => {
    expect(EntityInput.safeParse(e).error).toBeUndefined()
  })
  it.each(indicators)('indicator $code', (i) => {
    expect(IndicatorInput.safeParse(i).error).toBeUndefined()
  })
  it.each(sources)('source $key', ({ key: _, ...s }) => {
    expect(SourceInput.safeParse(s).error).toBeUndefined()
  })
  it.each(entries)('$kind $key', (e) => {
    const { key, evidence, ...rest } = e
    const input = {
      ...rest,
      ...(e.kind === 'stage' && { of: 1 }),
      requestKey: `sample/${key}`,
      evidence: evidence.map((v) => ({ ...v, source: 1 })),
    }
    expect(EntryInput.safeParse(input).error).toBeUndefined()
  })
})

describe('the records refer to each other', () => {
  it('every key and slug is given once', () => {
    expect(twice(entries.map((e) => e.key))).toEqual([])
    expect(twice(sources.map((s) => s.key))).toEqual([])
    expect(twice(sources.flatMap((s) => s.url ?? []))).toEqual([])
    expect(twice(indicators.map((i) => i.code))).toEqual([])
    expect(twice(entities.map((e) => e.slug))).toEqual([])
  })
  it('members are entered before what they are members of', () => {
    const seen = new Set(countries)
    for (const e of entities) {
      expect(
        e.members?.filter((m) => !seen.has(m)),
        e.slug,
      ).toEqual(e.members ? [] : undefined)
      seen.add(e.slug)
    }
  })
  it('every source, entity and indicator that is named exists', () => {
    for (const e of entries) {
      expect(e.evidence.length, e.key).toBeGreaterThan(0)
      const named = e.evidence.flatMap((v) => v.speaker ?? [])
      if ('series' in e) {
        const { indicator, about, reporter, origin } = e.series
        expect(
          indicators.map((i) => i.code),
          e.key,
        ).toContain(indicator)
        named.push(about, ...[reporter, origin].flatMap((s) => s ?? []))
      }
      if ('about' in e) named.push(e.about)
      if ('place' in e && e.place) named.push(e.place)
      if ('parties' in e) named.push(...(e.parties ?? []).map((p) => p.entity))
      expect(
        named.filter((s) => !slugs.has(s)),
        e.key,
      ).toEqual([])
      expect(
        e.evidence.filter((v) => !sourceOf.has(v.source)),
        e.key,
      ).toEqual([])
    }
    expect(sources.filter((s) => !slugs.has(s.publisher))).toEqual([])
  })
  it('every source is cited', () => {
    const cited = new Set(entries.flatMap((e) => e.evidence.map((v) => v.source)))
    expect(sources.filter((s) => !cited.has(s.key)).map((s) => s.key)).toEqual([])
  })
  it('every stage comes after the promise it is a fitting step of', () => {
    const order = entries.map((e) => e.key)
    for (const e of of('stage')) {
      const promise = entryOf.get(e.of)
      if (promise?.kind !== 'target' && promise?.kind !== 'commitment' && promise?.kind !== 'agreement')
        throw new Error(`${e.key} is no step of a promise`)
      expect(stepFault(promise.kind, e.code), e.key).toBeNull()
      expect(order.indexOf(e.of), e.key).toBeLessThan(order.indexOf(e.key))
    }
  })
})

describe('evidence', () => {
  it('holds no article, and quotes only the founding two, a clause at a time', () => {
    expect(sources.filter((s) => s.text != null)).toEqual([])
    for (const v of entries.flatMap((e) => e.evidence)) {
      if (v.quote == null) continue
      expect(['apa-meeting', 'trend-visit']).toContain(v.source)
      expect(v.quote.trim().split(/\s+/).length, v.quote).toBeLessThanOrEqual(25)
      expect(v.locator, v.quote).toMatch(/^¶\d+$/)
    }
  })
  it.each(figures.filter((f) => quotesOf(f).length))('the quote of $key holds its number', (f) => {
    expect(numberFault(Quantity.parse(f.quantity), f.series.unit, f.series.measure ?? 'level', quotesOf(f))).toBeNull()
  })
  it('no figure comes from the article that holds none', () => {
    expect(figures.filter((f) => f.evidence.some((v) => v.source === 'trend-visit'))).toEqual([])
  })
})

describe('figures', () => {
  it('the same figure stands once', () => {
    const claims = figures.map(({ kind, series, period, quantity, base }) =>
      JSON.stringify([
        kind,
        [series.indicator, series.about, series.reporter ?? null, series.origin ?? null],
        [series.measure ?? 'level', series.unit, series.scope ?? ''],
        [period.starts, period.ends, period.words],
        [quantity.value, quantity.valueTo, quantity.qualifier],
        base ? [base.starts, base.ends, base.words] : null,
      ]),
    )
    expect(twice(claims)).toEqual([])
  })
  it('a rank or doubt has its reason, and one reading of a period is preferred at most', () => {
    const ranked = of('observation').filter((o) => o.obsStatus === 'U' || (o.rank ?? 'normal') !== 'normal')
    expect(ranked.filter((o) => !o.note)).toEqual([])
    const preferred = of('observation').filter((o) => o.rank === 'preferred')
    expect(twice(preferred.map((o) => JSON.stringify([o.series, o.period.starts, o.period.ends])))).toEqual([])
  })
  it('none is of a time that had not begun when it was known', () => {
    const early = of('observation').filter((o) => o.obsStatus !== 'F' && (o.period.starts ?? '') > knownOn(o))
    expect(early.map((o) => o.key)).toEqual([])
  })
  it('an open period carries words, unless a promise says nothing about time; a closed one ascends', () => {
    const promises = new Set(['target', 'commitment', 'agreement'])
    for (const { key, kind, period: p } of entries) {
      const silent = p.starts === null && p.ends === null && promises.has(kind)
      expect(p.starts && p.ends ? p.starts < p.ends : silent || p.words !== null, key).toBe(true)
    }
  })
  it('keep the unit of their indicator, but for changes and national currency', () => {
    for (const { key, series } of figures) {
      const unit = indicators.find((i) => i.code === series.indicator)!.unit
      const allowed: string[] =
        series.measure === 'change' ? ['PCT', 'TIMES', unit] : [unit, ...(unit === 'USD' ? ['AZN'] : [])]
      expect(allowed, key).toContain(series.unit)
    }
  })
  it('exports by origin always name the origin', () => {
    for (const f of figures.filter((x) => x.series.indicator === 'trade-by-origin'))
      expect(f.series.about.split('-'), f.key).toContain(f.series.origin)
  })
  it('figures that nobody named a reporter for have none', () => {
    for (const value of ['109000000', '135700000', '598470000'])
      expect(of('observation').find((o) => o.quantity.value === value)?.series.reporter).toBeNull()
  })
})

describe('the traps', () => {
  it('the near future has no date, and the target names nobody whose count decides', () => {
    const target = get('target', 'target-billion')
    expect(target.period).toEqual({ starts: null, ends: null, words: 'in the near future' })
    expect(target.quantity.value).toBe('1000000000')
    expect(target.series.reporter ?? null).toBeNull()
  })
  it('the billion is restated three times', () => {
    const restated = of('stage').filter((s) => s.of === 'target-billion' && s.code === 'restated')
    expect(restated.map((s) => s.period.starts)).toEqual(['2023-06-22', '2024-03-12', '2025-10-21'])
  })
  it('“tripled in recent years” has neither base nor date', () => {
    const tripled = get('observation', 'turnover-tripled-kaz')
    expect(tripled.base ?? null).toBeNull()
    expect(tripled.period).toEqual({ starts: null, ends: null, words: 'in recent years' })
    expect(tripled.quantity).toMatchObject({ value: '3', qualifier: 'about' })
    expect(tripled.series).toMatchObject({ measure: 'change', unit: 'TIMES' })
  })
  it('announced and counted documents are a target and its observation of the same day', () => {
    const announced = get('target', 'documents-2022-announced')
    const counted = get('observation', 'documents-2022')
    expect(announced.quantity).toMatchObject({ value: '20', qualifier: 'more_than' })
    expect(counted.quantity).toMatchObject({ value: '10', qualifier: 'exact' })
    expect(counted.period).toEqual(announced.period)
    expect(counted.series).toEqual(announced.series)
    expect(of('observation').filter((o) => o.quantity.value === '30')).toEqual([])
  })
  it('agreements without a number are one set, cited from two paragraphs', () => {
    const set = get('agreement', 'agreements-2022')
    expect(set.code).toBe('set')
    expect(set.evidence.map((v) => v.locator)).toEqual(['¶9', '¶21'])
  })
  it('the GDP of the speech stands as stated and is doubtful with the reason', () => {
    const stated = of('observation').filter((o) => o.series.indicator === 'gdp' && quotesOf(o).length)
    expect(stated.map((o) => [o.quantity.value, o.obsStatus, o.quantity.qualifier])).toEqual([
      ['23500000000', 'U', 'exact'],
      ['7.5', 'U', 'about'],
    ])
    for (const o of stated) {
      expect(o.note).toContain('6.8')
      expect(o.period).toMatchObject({ starts: '2022-01-01', ends: '2022-04-01' })
      expect(o.series.about).toBe('aze')
    }
  })
  it('the debt belongs to the 1990s and has no place on a dashboard', () => {
    const debts = of('observation').filter((o) => o.series.indicator === 'bilateral-debt')
    expect(debts.map((o) => o.period)).toEqual([{ starts: '1990-01-01', ends: '2000-01-01', words: 'in the 1990s' }])
    expect(indicators.find((i) => i.code === 'bilateral-debt')?.headline ?? null).toBeNull()
    expect(debts[0]!.note).toBeTruthy()
  })
  it('the Ten Days are a name: a commitment for 2023, held late, and never a figure', () => {
    expect(get('commitment', 'culture-days').period).toMatchObject({ starts: '2023-01-01', ends: '2024-01-01' })
    const held = get('stage', 'culture-days-held')
    expect(held).toMatchObject({ of: 'culture-days', code: 'delivered', period: { starts: '2024-09-24' } })
    expect(figures.filter((f) => quotesOf(f).some((q) => q.includes('Ten Days')))).toEqual([])
  })
  it('the visit and the award exist once, with two pieces of evidence each', () => {
    const visits = of('event').filter((e) => /official visit of president tokayev/i.test(e.title))
    expect(visits.map((e) => e.evidence.map((v) => v.source))).toEqual([['trend-visit', 'apa-meeting']])
    const awards = of('event').filter((e) => e.title.includes('Altyn Kyran'))
    expect(awards.map((e) => e.evidence.map((v) => v.speaker))).toEqual([['ilham-aliyev', 'kassym-jomart-tokayev']])
  })
  it('the street of Sumgayit was named two days before the speech', () => {
    expect(get('event', 'baitursynov-street-2022').period.starts).toBe('2022-08-22')
  })
  it('what an expert expects is a statement, never a commitment', () => {
    const experts = ['zamir-karazhanov', 'kairbek-arystanbekov']
    const said = entries.filter((e) => e.evidence.some((v) => experts.includes(v.speaker ?? '')))
    expect(said.filter((e) => e.kind === 'commitment' || e.kind === 'target')).toEqual([])
    expect(get('statement', 'karazhanov-priority').code).toBe('expect')
  })
  it("the children's centre has no date in the speech, one in the plan, and was opened on 12 March 2024", () => {
    expect(get('commitment', 'centre').period).toMatchObject({ starts: null, ends: null })
    expect(get('commitment', 'centre-plan').period.ends).toBe('2024-01-01')
    expect(get('stage', 'centre-opened')).toMatchObject({ code: 'delivered', period: { starts: '2024-03-12' } })
  })
  it('one body has one entity under all its names', () => {
    const names = entities.map((e) => [e.name, ...(e.aliases ?? [])])
    for (const name of ['Turkic Council', 'Kassym-Zhomart Tokayev', 'Sumgait', 'TITR'])
      expect(
        names.filter((n) => n.includes(name)),
        name,
      ).toHaveLength(1)
  })
})
