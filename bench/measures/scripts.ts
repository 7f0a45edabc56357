import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { browserArguments, findOrInstallBrowser } from '@/e2e/support/browser'
import { type Bench, kilobytes, type Row } from '../measure'

const reach = { without: 150_000, with: 230_000 }
/** A name inside Chart.js that no minifier shortens: whatever file holds it is the charts' code. */
const chartCode = 'getDatasetMeta'

type Script = { url: string; bytes: number; isChart: boolean }

/** The JavaScript that a browser fetches for a page it has never seen, compressed; `nomodule` scripts are not for it. */
export async function scripts(bench: Bench): Promise<Row[]> {
  const browser = await chromium.launch({ executablePath: findOrInstallBrowser(bench.say), args: browserArguments })
  try {
    const { url } = bench.product
    const fetched = async (path: string, draws = false) => {
      const page = await browser.newPage()
      const found: Promise<Script>[] = []
      page.on('response', (response) => {
        if (response.request().resourceType() === 'script')
          found.push(response.body().then((body) => toScript(response.url(), body)))
      })
      await page.goto(url + path, { waitUntil: 'networkidle' })
      // What waits until it is seen is fetched as well.
      await page.evaluate(async () => {
        for (let y = 0; y < document.body.scrollHeight; y += window.innerHeight) {
          window.scrollTo(0, y)
          await new Promise((resolve) => requestAnimationFrame(resolve))
        }
      })
      if (draws) await page.locator('canvas').first().waitFor()
      await page.waitForLoadState('networkidle')
      const all = await Promise.all(found)
      await page.close()
      return all
    }
    const entry = (await (await fetch(`${url}/relations/aze-kaz`)).text()).match(
      /\/relations\/aze-kaz\/entries\/\d+/,
    )?.[0]
    if (!entry) throw new Error('the dashboard links to no evidence')
    const rows = [
      toRow('/', await fetched('/'), reach.without),
      toRow('evidence of a figure', await fetched(entry), reach.without),
      toRow('dashboard', await fetched('/relations/aze-kaz', true), reach.with),
      toRow('indicator page', await fetched('/relations/aze-kaz/indicators/trade-turnover', true), reach.with),
    ]
    return [...rows, await waitsForNothing(url)]
  } finally {
    await browser.close()
  }
}

const toScript = (url: string, body: Buffer): Script => ({
  url,
  bytes: gzipSync(body).length,
  isChart: body.includes(chartCode),
})

function toRow(what: string, found: Script[], most: number): Row {
  const sum = (list: Script[]) => list.reduce((total, script) => total + script.bytes, 0)
  const bytes = sum(found)
  const charts = sum(found.filter((script) => script.isChart))
  return {
    what: `JavaScript of ${what}`,
    reach: `≤ ${kilobytes(most)} gzip`,
    measured: `${kilobytes(bytes)}${charts ? `, of it ${kilobytes(charts)} for charts` : ''}`,
    reached: bytes > 0 && bytes <= most,
    figures: {
      bytes,
      charts,
      scripts: found.map(({ url, bytes, isChart }) => ({ file: url.split('/').pop(), bytes, isChart })),
    },
  }
}

/** The text must be there before any script runs, and no script in the page may make it wait. */
async function waitsForNothing(url: string): Promise<Row> {
  const html = await (await fetch(`${url}/relations/aze-kaz`)).text()
  const tags = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g)].map(([tag, src]) => ({ tag, src: src! }))
  const blocking = tags.filter(({ tag }) => !/\b(async|defer|nomodule)\b/i.test(tag))
  const early = await Promise.all(
    tags.map(async ({ src }) => ((await (await fetch(new URL(src, url))).text()).includes(chartCode) ? src : null)),
  )
  const withCharts = early.filter((src) => src !== null)
  const hasFigures = /1\s?bn/.test(html.replace(/<!--.*?-->/g, ''))
  return {
    what: "charts' code and the text",
    reach: 'figures in the HTML, no script that blocks it',
    measured: `${hasFigures ? 'figures are in the HTML' : 'no figure in the HTML'}, ${blocking.length} blocking scripts, charts' code ${withCharts.length ? 'named in the page' : 'fetched later'}`,
    reached: hasFigures && blocking.length === 0,
    figures: { scripts: tags.length, blocking: blocking.map(({ src }) => src), withCharts },
  }
}
