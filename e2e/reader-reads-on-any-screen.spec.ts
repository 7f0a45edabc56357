import type { Page } from '@playwright/test'
import { expect, test } from './support/fixtures'

const relation = '/relations/aze-kaz'
const kinds = [
  { name: 'the list of relations', path: '/' },
  { name: 'the dashboard', path: relation },
  { name: 'an indicator', path: `${relation}/indicators/trade-turnover` },
  { name: 'conflicts', path: `${relation}/conflicts` },
  { name: 'a brief', path: `${relation}/brief` },
  { name: 'a time line', path: `${relation}/timeline` },
  {
    name: 'a comparison',
    path: '/compare?line=aze-kaz:trade-turnover:kaz&line=aze-kaz:trade-turnover:aze&line=aze-geo:trade-turnover:geo&base=2018',
  },
  { name: 'an entry', path: `${relation}/entries/1` },
  { name: 'a search', path: '/search?q=turnver' },
  { name: 'the promises', path: `${relation}/promises` },
  { name: 'the agreements', path: `${relation}/agreements` },
  { name: 'the changes', path: `${relation}/changes` },
  { name: 'a corridor', path: `${relation}/corridor` },
]
const screens = [
  { width: 390, height: 844 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
]

for (const { name, path } of kinds)
  test(`${name} fits a telephone, a tablet and a desk: nothing scrolls sideways, no words lie on others`, async ({
    page,
  }) => {
    await page.goto(path)
    await page.evaluate(() => document.fonts.ready)
    for (const screen of screens) {
      await page.setViewportSize(screen)
      // A chart takes its new size a moment after the page.
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(screen.width)
      expect(await overlaps(page), `${screen.width} pixels`).toEqual([])
    }
  })

test('the evidence covers a narrow screen and leaves the page readable beside it on a wide one', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(relation)
  await page.getByRole('article', { name: 'Trade turnover', exact: true }).getByRole('link', { name: /×3/ }).click()
  const panel = page.getByRole('dialog', { name: 'Evidence' })
  await expect(panel).toBeVisible()
  expect((await panel.boundingBox())?.width).toBeLessThan(720)

  await page.setViewportSize({ width: 390, height: 844 })
  const narrow = await panel.boundingBox()
  expect(narrow?.x).toBeGreaterThanOrEqual(0)
  expect((narrow?.x ?? 0) + (narrow?.width ?? 0)).toBeLessThanOrEqual(390)
  expect(await panel.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0)
  await expect(panel.getByRole('button', { name: 'Close' })).toBeInViewport()
})

test('the page and its charts follow the colours of the system', async ({ page }) => {
  await page.goto(`${relation}/indicators/trade-turnover`)
  const drawing = page.locator('canvas').first()
  const ink = () => page.evaluate(() => getComputedStyle(document.body).color)
  const picture = () => drawing.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL())
  await expect(drawing).toBeVisible()
  const [lightInk, light] = [await ink(), await picture()]
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(ink).not.toBe(lightInk)
  await expect.poll(picture).not.toBe(light)
})

/** Pairs of texts of which one line lies on another: by more than half its height and three pixels of its width. */
function overlaps(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    type Line = { node: Text; left: number; right: number; top: number; bottom: number }
    const lines: Line[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const parent = node.parentElement
      if (!node.data.trim() || !parent?.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
      if (parent.closest('.hidden-visually, .skip, select, textarea, svg')) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const { left, right, top, bottom } of range.getClientRects())
        if (right - left > 1) lines.push({ node, left, right, top, bottom })
    }
    lines.sort((a, b) => a.top - b.top)
    const found: string[] = []
    lines.forEach((a, i) => {
      for (const b of lines.slice(i + 1)) {
        if (b.top >= a.bottom) break
        if (a.node === b.node) continue
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left)
        // Tall fonts of neighbouring lines may share their empty edges.
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
        const least = Math.min(a.bottom - a.top, b.bottom - b.top)
        if (wide > 3 && high > least / 2)
          found.push(`${a.node.data.trim().slice(0, 60)} / ${b.node.data.trim().slice(0, 60)}`)
      }
    })
    return [...new Set(found)]
  })
}
