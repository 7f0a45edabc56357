import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './support/fixtures'

const relation = '/relations/aze-kaz'
const panelOf = (page: Page) => page.getByRole('dialog', { name: 'Evidence' })

test('a figure on a card opens the sentence that states it, who said it, where and when', async ({ page, context }) => {
  test.slow() // axe
  await page.goto(relation)
  const figure = page.getByRole('article', { name: 'Trade turnover', exact: true }).getByRole('link', { name: /×3/ })
  await figure.click()

  const panel = panelOf(page)
  await expect(panel.getByRole('blockquote')).toHaveText('the volume of trade has practically tripled in recent years')
  await expect(panel.getByRole('blockquote').locator('mark')).toHaveText(/tripled/)
  await expect(panel).toContainText('Kassym-Jomart Tokayev, President of the Republic of Kazakhstan')
  await expect(panel).toContainText('APA')
  await expect(panel).toContainText('published 24 Aug 2022')
  await expect(panel).toContainText('quoted sentence')
  await expect(panel.getByRole('heading', { level: 2 }).first()).toBeFocused()
  await expect(page).toHaveURL(/\/relations\/aze-kaz\/entries\/\d+$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Azerbaijan–Kazakhstan')
  await expectAccessible(page)

  const other = await context.newPage()
  await other.goto(page.url())
  await expect(panelOf(other)).toHaveCount(0)
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Trade turnover, in recent years')
  await expect(other.getByRole('blockquote')).toContainText('practically tripled')
  await expectAccessible(other)
})

for (const { way, leave } of [
  { way: 'Escape', leave: (page: Page) => page.keyboard.press('Escape') },
  { way: 'the close button', leave: (page: Page) => panelOf(page).getByRole('button', { name: 'Close' }).click() },
  { way: 'back', leave: (page: Page) => page.goBack() },
])
  test(`${way} closes the evidence and leads back to the figure it came from`, async ({ page }) => {
    await page.goto(relation)
    const figure = page.getByRole('article', { name: /Gross domestic product/ }).getByRole('link', { name: '$23.5 bn' })
    await figure.focus()
    await page.keyboard.press('Enter')
    const panel = panelOf(page)
    await expect(panel.getByRole('blockquote')).toContainText('$23.5 billion')

    // From one figure to the next is no step back on the way out.
    await panel.getByRole('link', { name: '$17.6 bn' }).click()
    await expect(panel.getByRole('heading', { level: 2 }).first()).toContainText('Gross domestic product')
    await expect(panel).toContainText('Azernews')
    await expect(panel.getByRole('blockquote')).toHaveCount(0)

    const before = await page.evaluate(() => window.scrollY)
    await leave(page)
    await expect(panel).toHaveCount(0)
    await expect(page).toHaveURL(relation)
    await expect(figure).toBeFocused()
    expect(await page.evaluate(() => window.scrollY)).toBe(before)
  })

test('evidence that is opened after a link within the page closes again, and leads back to that place', async ({
  page,
}) => {
  await page.goto(relation)
  await page
    .getByRole('article', { name: /promises/i })
    .getByRole('link')
    .first()
    .click()
  await expect(page).toHaveURL(`${relation}#promises`)
  await page.locator('#promises a[data-evidence]').first().click()
  await expect(panelOf(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panelOf(page)).toHaveCount(0)
  await expect(page).toHaveURL(`${relation}#promises`)
})

test('a point of a chart is read and followed by keyboard alone', async ({ page }) => {
  await page.goto(`${relation}/indicators/trade-turnover`)
  const chart = page.getByRole('figure', { name: 'Trade turnover', exact: true })
  const drawing = chart.locator('canvas')
  const spoken = chart.locator('[aria-live=polite]')
  await drawing.focus()
  await page.keyboard.press('ArrowRight')
  await expect(spoken).toContainText('$501 m')
  await page.keyboard.press('ArrowLeft')
  await expect(spoken).toContainText('Azerbaijan’s figures, 2024: $470 m.')
  await page.keyboard.press('ArrowDown')
  await expect(spoken).toContainText('Kazakhstan’s figures')
  await page.keyboard.press('Home')
  await expect(spoken).toContainText('about $168 m')
  await expect(spoken).toContainText('1 of 9')
  await page.keyboard.press('ArrowRight')
  await expect(spoken).toContainText('$258.26 m')
  await page.keyboard.press('Enter')

  const panel = panelOf(page)
  await expect(panel.getByRole('heading', { level: 2 }).first()).toContainText('Trade turnover, 2018')
  await expect(panel).toContainText('page reference, no quote')
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  await expect(drawing).toBeFocused()
})

test('a point of a chart is followed by pointer', async ({ page }) => {
  await page.goto(`${relation}/indicators/trade-turnover`)
  const drawing = page.getByRole('figure', { name: 'Trade turnover', exact: true }).locator('canvas')
  await drawing.scrollIntoViewIfNeeded()
  await expect(async () => {
    for (const position of await drawing.evaluate(marksOf)) {
      await drawing.hover({ position })
      if ((await drawing.evaluate(cursorOf)) === 'pointer') return drawing.click({ position })
    }
    throw new Error('No mark of the drawing can be opened')
  }).toPass()
  await expect(panelOf(page).getByRole('heading', { name: /^Where it is stated/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(drawing).toBeFocused()
})

test('a cell of the table beside a chart opens the same evidence', async ({ page }) => {
  await page.goto(`${relation}/indicators/trade-turnover`)
  const chart = page.getByRole('figure', { name: 'Trade turnover', exact: true })
  await chart.getByText('Show the figures as a table').click()
  const row = chart.getByRole('row', { name: /^2022 \$463.3 m/ })
  const cell = row.getByRole('link', { name: '$463.3 m' })
  await cell.click()
  const panel = panelOf(page)
  await expect(panel).toContainText('Trend')
  await expect(panel).toContainText('published 5 Mar 2024')
  await expect(panel).toContainText('preferred to $461.9 million of April 2023')
  await expect(panel.getByRole('list', { name: 'Versions, newest first' })).toContainText('Version 1 (current)')
  await page.keyboard.press('Escape')
  await expect(cell).toBeFocused()
})

test('an event above a chart leads to its evidence, each piece of it once', async ({ page }) => {
  await page.goto(`${relation}/indicators/trade-turnover`)
  const events = page.getByRole('figure', { name: 'Trade turnover', exact: true }).getByRole('list', { name: 'Events' })
  await events.getByRole('link', { name: 'Official visit of President Tokayev to Azerbaijan' }).click()
  const panel = panelOf(page)
  await expect(panel.getByRole('heading', { name: 'Where it is stated: 2 times' })).toBeVisible()
  await expect(panel).toContainText('Trend')
  await expect(panel).toContainText('APA')
})

/** The cursor over a drawing, once it has answered the pointer: it does so at the next frame. */
function cursorOf(drawing: HTMLElement | SVGElement): Promise<string> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(drawing.style.cursor)))
  })
}

/** Middles of what is filled with one strong colour, at least three pixels wide and high: the marks of exact figures. */
function marksOf(drawing: HTMLElement | SVGElement): { x: number; y: number }[] {
  const canvas = drawing as HTMLCanvasElement
  const { width, height } = canvas
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray()
  const colours = new Uint32Array(pixels.buffer)
  const isStrong = (at: number) => {
    const [red = 0, green = 0, blue = 0, opacity = 0] = pixels.slice(at * 4, at * 4 + 4)
    return opacity === 255 && Math.max(red, green, blue) - Math.min(red, green, blue) > 60
  }
  const steps = [-1, 0, 1]
  const marks: { x: number; y: number }[] = []
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x
      if (!steps.every((dy) => steps.every((dx) => colours[at + dy * width + dx] === colours[at]))) continue
      if (isStrong(at) && marks.every((mark) => Math.hypot(mark.x - x, mark.y - y) > 8)) marks.push({ x, y })
    }
  return marks
}
