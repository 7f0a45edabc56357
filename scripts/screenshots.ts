import { mkdirSync, statSync } from 'node:fs'
import { type BrowserContextOptions, chromium, type Page } from '@playwright/test'
import { browserArguments, findOrInstallBrowser } from '@/e2e/support/browser'
import { admin, startServer, temporaryDataDir } from '@/e2e/support/server'

type Picture = { name: string; shows: (page: Page) => Promise<unknown>; look?: BrowserContextOptions }

const relation = '/relations/aze-kaz'
const folder = 'docs/pictures'
/** More than this makes the README slow to read. */
const mostBytes = 400_000

const pictures: Picture[] = [
  { name: 'dashboard', shows: (page) => page.goto(relation) },
  { name: 'evidence', shows: followTripled },
  {
    name: 'indicator-dark',
    shows: (page) => page.goto(`${relation}/indicators/trade-turnover`),
    look: { colorScheme: 'dark' },
  },
  {
    name: 'narrow',
    shows: (page) => page.goto(relation),
    look: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 1.5 },
  },
  { name: 'desk', shows: enterFigure, look: { viewport: { width: 1440, height: 1200 } } },
  ...['promises', 'agreements', 'timeline', 'corridor', 'conflicts', 'brief'].map((name) => ({
    name,
    shows: (page: Page) => page.goto(`${relation}/${name}`),
  })),
  { name: 'known', shows: (page) => page.goto(`${relation}?known=2024-03-31`) },
  { name: 'compare', shows: compareFirst },
  { name: 'search', shows: (page) => page.goto('/search?q=midle+coridor') },
]

async function followTripled(page: Page) {
  await page.goto(relation, { waitUntil: 'networkidle' })
  await page.getByRole('link', { name: '×3' }).click()
  await page.getByRole('dialog').getByRole('blockquote').waitFor()
}

async function compareFirst(page: Page) {
  await page.goto('/compare')
  await page.locator('.compare-begin a').first().click()
  await page.waitForURL(/line=/)
}

/** An editor in the middle of the work: amount and period as people write them, and what readers will see. */
async function enterFigure(page: Page) {
  await page.goto('/sign-in')
  await page.locator('input[name=email]').fill(admin.email)
  await page.locator('input[name=password]').fill(admin.password)
  await page.locator('form:has(input[name=password]) button[type=submit]').click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  await page.goto('/desk/entries/new/observation', { waitUntil: 'networkidle' })
  await page.locator('[name="series.indicator"]').selectOption('trade-turnover')
  const typed = {
    'series.about': 'Azerbaijan–Kazakhstan',
    'series.reporter': 'Kazakhstan',
    quantity: '529.4 m',
    period: '2023',
  }
  const beside = page.waitForResponse((answer) => /neighbours\?.*reporter=Kazakhstan/.test(answer.url()))
  for (const [name, text] of Object.entries(typed)) await page.locator(`[name="${name}"]`).fill(text)
  await page.locator('[name=basis]').selectOption('office')
  await beside
}

/** The README's pictures: the running product with the sample. */
mkdirSync(folder, { recursive: true })
const { dataDir, remove } = temporaryDataDir()
const server = await startServer(dataDir).catch((error) => {
  remove()
  throw error
})
const browser = await chromium.launch({
  executablePath: findOrInstallBrowser(),
  args: [...browserArguments, '--lang=en-GB'],
})
try {
  for (const { name, shows, look } of pictures) {
    const viewport = { width: 1440, height: 900 }
    const context = await browser.newContext({ baseURL: server.url, viewport, locale: 'en-GB', ...look })
    const page = await context.newPage()
    await shows(page)
    await page.waitForLoadState('networkidle')
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.chart-box')].every((box) => box.querySelector('canvas')),
    )
    await page.evaluate(() => document.fonts.ready)
    const path = `${folder}/${name}.png`
    await page.screenshot({ path, animations: 'disabled' })
    const bytes = statSync(path).size
    console.log(`${path} ${Math.round(bytes / 1000)} kB`)
    if (bytes > mostBytes) throw new Error(`${path} is larger than ${mostBytes / 1000} kB: make the window smaller`)
    await context.close()
  }
} finally {
  await browser.close()
  await server.stop()
  remove()
}
