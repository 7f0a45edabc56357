import { type Bench, busyText, inTurns, kilobytes, type Row, rate, times } from '../measure'

const reach = { png: 65, svg: 100, svgBytes: 40_000, again: 5 }
const chart = (format: string, more = '') =>
  `/relations/aze-kaz/charts/trade-turnover.${format}?width=1000&height=500${more}`

/** Charts that leave as pictures: drawn for the first time, and asked for again. */
export async function pictures(bench: Bench): Promise<Row[]> {
  const { product, next } = bench
  const measured = await inTurns(bench, {
    png: { server: product, path: chart('png', '&from={day}') },
    svg: { server: product, path: chart('svg', '&from={day}') },
    again: { server: product, path: chart('png') },
    static: { server: next, path: '/bench/static' },
  })
  const svgBytes = (await (await fetch(product.url + chart('svg'))).arrayBuffer()).byteLength
  const ratio = measured.again.perSecond / measured.static.perSecond
  const drawn = (format: 'png' | 'svg'): Row => ({
    what: `chart ${format.toUpperCase()} 1000×500, uncached`,
    reach: `≥ ${reach[format]}/s on two cores`,
    measured: rate(measured[format].perSecond),
    reached: measured[format].perSecond >= reach[format],
    limit: busyText(measured[format]),
    figures: measured[format],
  })
  return [
    drawn('png'),
    drawn('svg'),
    {
      what: 'size of the SVG',
      reach: `≤ ${kilobytes(reach.svgBytes)}`,
      measured: kilobytes(svgBytes),
      reached: svgBytes <= reach.svgBytes,
      figures: { svgBytes },
    },
    {
      what: 'the same chart again (PNG)',
      reach: `≥ ${reach.again} × a static page`,
      measured: `${rate(measured.again.perSecond)} = ${times(ratio)}`,
      reached: ratio >= reach.again,
      limit: busyText(measured.again),
      figures: { ...measured.again, static: measured.static, ratio },
    },
  ]
}
