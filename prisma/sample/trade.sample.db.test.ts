import { describe, expect, test } from 'vitest'
import { anonymousActor, systemActor } from '@/lib/auth/actor'
import { getDashboard, getIndicator } from '@/lib/dashboards/queries'
import { Filters } from '@/lib/dashboards/schema'
import { db } from '@/lib/db/client'
import { createEntry } from '@/lib/entries/mutations'
import { publishEntry } from '@/lib/entries/review/mutations'

const slug = 'aze-kaz'
const trade = async (filters: Record<string, string> = {}) =>
  (await getIndicator(anonymousActor, slug, 'trade-turnover', Filters.parse(filters)))!
const card = async (key: string, filters: Record<string, string> = {}) =>
  (await getDashboard(anonymousActor, slug, Filters.parse(filters)))!.cards.find((c) => c.key === key)!

type Figure = { value: string; year: number; reporter: string | null; rank: string; series: number }
/** Whole-year levels of trade turnover. */
const years = () => db.$queryRaw<Figure[]>`
  select e.value::text as value, extract(year from e.starts)::int as year, r.slug as reporter, e.rank::text as rank, e.series_id as series
    from entry e join series s on s.id = e.series_id join indicator i on i.id = s.indicator_id left join entity r on r.id = s.reporter_id
   where i.code = 'trade-turnover' and s.measure = 'level' and s.scope = '' and e.kind = 'observation' and e.ends = e.starts + interval '1 year'`

describe('reporters are never mixed', () => {
  test.each(['109000000', '135700000', '598470000'])(
    '%s dollars, of which nobody is named as counter, has none',
    async (value) => {
      const found = (await years()).filter((figure) => figure.value === value)
      expect(found.map((figure) => figure.reporter)).toEqual([null])
    },
  )

  test('the statistics of Kazakhstan and of Azerbaijan are two series', async () => {
    const all = await years()
    const of = (reporter: string) => all.filter((figure) => figure.reporter === reporter)
    expect(of('kaz').length).toBeGreaterThan(2)
    expect(of('aze').length).toBeGreaterThan(2)
    const seriesOf = (reporter: string) => [...new Set(of(reporter).map((figure) => figure.series))]
    expect(seriesOf('kaz')).toHaveLength(1)
    expect(seriesOf('aze')).toHaveLength(1)
    expect(seriesOf('kaz')).not.toEqual(seriesOf('aze'))
  })

  test('a line of the chart holds the figures of one reporter, and points of nobody are not joined', async () => {
    const chart = (await trade()).charts.find((c) => c.measure === 'level')!
    const reporterOf = new Map(
      (
        await db.$queryRaw<{ entry: number; reporter: string | null }[]>`
          select e.root_id as entry, r.slug as reporter from entry e join series s on s.id = e.series_id left join entity r on r.id = s.reporter_id`
      ).map((row) => [row.entry, row.reporter]),
    )
    expect(chart.series.length).toBeGreaterThan(2)
    for (const { points, joined, label } of chart.series) {
      const reporters = [...new Set(points.map((p) => reporterOf.get(p.entry)))]
      expect(reporters, label).toHaveLength(1)
      if (reporters[0] === null) expect(joined, label).toBe(false)
    }
  })
})

describe('two values for 2022 by Kazakhstan', () => {
  const readings = async (known?: string) => {
    const page = await trade({ reporter: 'kaz', ...(known && { known }) })
    const line = page.charts.find((c) => c.measure === 'level')!.series.find((s) => s.joined)!
    return line.points.filter((p) => p.periodLabel === '2022').map((p) => p.value)
  }

  test('are both kept, the later one preferred', async () => {
    const found = (await years()).filter((figure) => figure.year === 2022 && figure.reporter === 'kaz')
    expect(found.map(({ value, rank }) => [value, rank]).sort()).toEqual([
      ['461900000', 'normal'],
      ['463300000', 'preferred'],
    ])
  })

  test('as known on 1 June 2023 the year reads 461.9, and today 463.3', async () => {
    expect(await readings('2023-06-01')).toEqual(['461900000'])
    expect(await readings()).toEqual(['463300000'])
  })

  test('so does the card', async () => {
    const then = await card('trade-turnover', { reporter: 'kaz', known: '2023-06-01', to: '2022' })
    const now = await card('trade-turnover', { reporter: 'kaz', to: '2022' })
    const texts = (figures: { text: string; period: string }[]) =>
      figures
        .filter((figure) => figure.period === '2022')
        .map((figure) => figure.text)
        .join()
    expect(texts(then.figures)).toContain('461.9')
    expect(texts(now.figures)).toContain('463.3')
  })
})

describe('forecasts', () => {
  test('are what says something of a period that had not begun when it was said', async () => {
    const early = await db.$queryRaw<{ status: string }[]>`
      select obs_status as status from entry where kind = 'observation' and coalesce(starts, ends - 1) > known_on`
    expect(early.filter(({ status }) => status !== 'F')).toEqual([])
  })

  test('are never the latest figure of a card', async () => {
    const before = await card('trade-turnover', { reporter: 'kaz' })
    const editor = systemActor('a forecast for a test')
    const { id: source } = await db.source.findFirstOrThrow({ where: { requestKey: 'sample/trend-2024-03-05' } })
    const draft = await createEntry(editor, {
      kind: 'observation',
      series: { indicator: 'trade-turnover', about: slug, reporter: 'kaz', unit: 'USD' },
      period: { starts: '2030-01-01', ends: '2031-01-01', words: null },
      quantity: { value: '987000000', valueTo: null, unitMult: 6, decimals: 0, qualifier: 'exact' },
      obsStatus: 'F',
      basis: 'office',
      evidence: [{ source }],
    })
    await publishEntry(editor, draft.id, draft.revision)

    const after = await card('trade-turnover', { reporter: 'kaz' })
    expect(after.figures.map((figure) => figure.text)).toEqual(before.figures.map((figure) => figure.text))
    const points = (await trade({ reporter: 'kaz' })).charts.flatMap((c) => c.series.flatMap((s) => s.points))
    expect(points.find((p) => p.entry === draft.rootId)).toMatchObject({ status: 'F' })
  })
})
