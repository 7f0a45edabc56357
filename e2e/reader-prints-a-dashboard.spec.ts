import { expect, test } from './support/fixtures'

const relation = '/relations/aze-kaz'

test('paper shows no controls, opens what was folded, and numbers each figure by its entry', async ({ page }) => {
  await page.goto(relation)
  await expect(page.getByRole('figure').first().locator('canvas')).toBeVisible()
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })

  for (const control of ['form', 'nav[aria-label=Main]', '.chart-export', '.evidence-key', '.skip', 'summary'])
    for (const found of await page.locator(control).all()) await expect(found).toBeHidden()
  for (const part of ['Status', 'Charts', 'Promises', 'Timeline', 'Latest changes'])
    await expect(page.getByRole('heading', { level: 2, name: part, exact: true })).toBeVisible()
  await expect(page.getByRole('figure').first().locator('canvas')).toBeVisible()
  await expect(page.locator('#promises').getByText('Ten Days of Azerbaijani Culture')).toBeVisible()
  await expect(page.getByText('The small number after a figure is its entry')).toBeVisible()

  const figure = page.getByRole('article', { name: 'Trade turnover', exact: true }).locator('a[data-evidence]').first()
  const number = await figure.getAttribute('data-evidence')
  expect(await figure.evaluate((link) => getComputedStyle(link, '::after').content)).toBe(`"${number}"`)
  const [paper, ink] = await page.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.body)
    return [backgroundColor, color]
  })
  expect([paper, ink]).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)'])
})

test('a dashboard becomes a PDF with its headings, and no page is wider than the paper', async ({ page }) => {
  await page.goto(relation)
  await expect(page.getByRole('figure').first().locator('canvas')).toBeVisible()
  const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true, tagged: true, outline: true })).toString(
    'latin1',
  )
  expect(pdf.slice(0, 5)).toBe('%PDF-')
  const outline = [...pdf.matchAll(/\/Title (\([^)]*\)|<[0-9A-Fa-f]+>)/g)].map(([, title = '']) => decoded(title))
  for (const heading of ['Status', 'Charts', 'Promises', 'Timeline', 'Latest changes'])
    expect(outline).toContain(heading)
  const pages = [...pdf.matchAll(/\/Type \/Page\b/g)].length
  expect(pages).toBeGreaterThan(2)
  expect(pages).toBeLessThan(25)

  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 688, height: 1000 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(688)
})

/** A string of a PDF: plain in parentheses, or UTF-16 in hexadecimal digits. */
function decoded(text: string): string {
  if (text.startsWith('(')) return text.slice(1, -1)
  return Buffer.from(text.slice(1, -1), 'hex')
    .swap16()
    .toString('utf16le')
    .replace(/^\ufeff/, '')
}
