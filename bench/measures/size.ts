import { type Bench, busyText, inTurns, milliseconds, type Row, rate, times } from '../measure'

const reach = 1.3
/** The first relation that large.sql makes: neighbours in the alphabet. */
const relation = 'abw-afg'
const pages = {
  'dashboard, uncached': '/relations/aze-kaz?from={day}',
  'indicator page, uncached': '/relations/aze-kaz/indicators/trade-turnover?from={day}',
  'conflicts, uncached': '/relations/aze-kaz/conflicts?from={day}',
  'promises, uncached': '/relations/aze-kaz/promises?from={day}',
  'agreements, uncached': '/relations/aze-kaz/agreements?from={day}',
  'corridor, uncached': '/relations/aze-kaz/corridor?from={day}',
  'comparison, uncached': '/compare?line=aze-kaz:trade-turnover:kaz&line=aze-kaz:trade-turnover:aze&from={day}',
  'brief, uncached': '/relations/aze-kaz/brief?from={day}',
  'timeline, uncached': '/relations/aze-kaz/timeline?from={day}',
  'changes, uncached': '/relations/aze-kaz/changes?since={day}',
  // Nobody keeps a search. Words of one relation's article, so that both bases find the same.
  'search with two slips': '/search?q=midle+coridor',
}
type Page = keyof typeof pages
const names = Object.keys(pages) as Page[]

/** What a page costs when the database holds much more than it shows. */
export async function size(bench: Bench): Promise<Row[]> {
  const { product, large } = bench
  if (!large) return []
  const on = <Prefix extends string>(prefix: Prefix, server: typeof product) =>
    Object.fromEntries(names.map((name) => [`${prefix}${name}`, { server, path: pages[name] }])) as Record<
      `${Prefix}${Page}`,
      { server: typeof product; path: string }
    >
  const measured = await inTurns(bench, {
    ...on('sample: ', product),
    ...on('large: ', large),
    generated: { server: large, path: `/relations/${relation}?from={day}` },
  })
  const observations = bench.size.toLocaleString('en')
  const line = (name: Page): Row => {
    const [own, base] = [measured[`large: ${name}`], measured[`sample: ${name}`]]
    const ratio = own.p50 / base.p50
    return {
      what: `${name}, on ${observations} observations`,
      reach: `p50 ≤ ${reach} × the sample's`,
      measured: `p50 ${milliseconds(own.p50)} against ${milliseconds(base.p50)} = ${times(ratio)}`,
      reached: ratio <= reach,
      limit: busyText(own),
      figures: { large: own, sample: base, ratio },
    }
  }
  return [
    ...names.map(line),
    {
      what: `dashboard of ${relation}: 25 series of 200 observations`,
      reach: '',
      measured: `p50 ${milliseconds(measured.generated.p50)}, ${rate(measured.generated.perSecond)}`,
      reached: null,
      limit: busyText(measured.generated),
      figures: measured.generated,
    },
  ]
}
