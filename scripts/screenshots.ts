import { mkdirSync } from 'node:fs'
import { chromium, type Page } from '@playwright/test'
import { browserArguments, findOrInstallBrowser } from '@/e2e/support/browser'
import { startServer, temporaryDataDir } from '@/e2e/support/server'

const folder = 'docs/pictures'
const subjects: { name: string; path: string; prepare?: (page: Page) => Promise<unknown> }[] = [
  { name: 'relations', path: '/' },
  { name: 'dashboard', path: '/relations/aze-kaz' },
  { name: 'indicator', path: '/relations/aze-kaz/indicators/trade-turnover' },
  {
    name: 'evidence',
    path: '/relations/aze-kaz',
    prepare: (page) => page.locator('main a[href*="/entries/"]').first().click(),
  },
]
const widths = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]

/** The README's pictures: the running product with the sample, wide and narrow, light and dark. */
mkdirSync(folder, { recursive: true })
const { dataDir, remove } = temporaryDataDir()
const server = await startServer(dataDir).catch((error) => {
  remove()
  throw error
})
const browser = await chromium.launch({ executablePath: findOrInstallBrowser(), args: browserArguments })
try {
  for (const viewport of widths)
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ baseURL: server.url, viewport, colorScheme, deviceScaleFactor: 1.5 })
      for (const { name, path, prepare } of subjects) {
        const page = await context.newPage()
        await page.goto(path, { waitUntil: 'networkidle' })
        await prepare?.(page)
        await page.waitForLoadState('networkidle')
        const file = `${folder}/${name}-${viewport.width}-${colorScheme}.png`
        await page.screenshot({ path: file, animations: 'disabled' })
        console.log(file)
        await page.close()
      }
      await context.close()
    }
} finally {
  await browser.close()
  await server.stop()
  remove()
}
